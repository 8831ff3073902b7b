import { documentName, quoteName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { type NamedPark, parkKeys, parksOf } from "./support/parks.js";

export default defineRule({
  id: "one-per-park",
  severity: "error",
  title: "一个园区只申报一份",
  about: "两份文件不能写同一个园区。名称写法不同、列了几个园区的,都算。要把全部文件一起检查才查得出来。",
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
        message: `${quoteName(park.name)}已由“${documentName(other.document)}”申报`,
        hint: `每个${form.terms.park}只报一个:合并,或改正${form.terms.park}名称`,
        related: [{ document: other.document, pointer: other.pointer, message: `这里写的是${quoteName(other.name)}` }],
      };
    }
  },
});
