import { documentName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { type NamedPark, parkKeys, parksOf } from "./support/parks.js";

export default defineRule({
  id: "one-per-park",
  severity: "error",
  title: "每个园区最多申报 1 个",
  about:
    "两份推荐书不能依托同一个园区。名称写法不同(长沙高新区、长沙高新技术产业开发区)、列了几个园区的,都算。要把全部推荐书一起检查才查得出来。",
  with: { parks: "field", city: "field" },
  compares: true,
  uses: ["parks", "industries"],
  *check({ documents, form, with: at }) {
    const keys = parkKeys(form);
    const first = new Map<string, NamedPark>();
    for (const park of documents.flatMap((document) => parksOf(document, at, keys))) {
      const other = park.keys.map((key) => first.get(key)).find((each) => each && each.document !== park.document);
      for (const key of park.keys) if (!first.has(key)) first.set(key, park);
      if (!other) continue;
      yield {
        document: park.document,
        pointer: park.pointer,
        message: `“${park.name}”已由“${documentName(other.document)}”申报`,
        hint: "每个园区只报一个:合并,或改正园区名称",
        related: [{ document: other.document, pointer: other.pointer, message: `这里写的是“${other.name}”` }],
      };
    }
  },
});
