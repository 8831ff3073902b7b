import { documentName, quoteName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { enclosingParks, type NamedPark, parkKeys, parksOf } from "./support/parks.js";

export default defineRule({
  id: "park-within-park",
  severity: "warning",
  title: "园区中的片区与园区同时申报",
  about: "一份文件写的是园区里的一个片区,另一份写整个园区时提示,不算错。",
  with: { parks: "field", city: "field" },
  compares: true,
  uses: ["parks", "industries"],
  *check({ documents, form, with: at }) {
    const keys = parkKeys(form);
    const named = documents.flatMap((document) => parksOf(document, at, keys));
    const byKey = new Map<string, NamedPark[]>();
    for (const park of named) {
      for (const key of park.keys) {
        const others = byKey.get(key);
        if (others) others.push(park);
        else byKey.set(key, [park]);
      }
    }
    for (const area of named) {
      const whole = enclosingParks(area, form)
        .flatMap((key) => byKey.get(key) ?? [])
        .find((park) => park.document !== area.document);
      if (!whole) continue;
      yield {
        document: area.document,
        pointer: area.pointer,
        message: `${quoteName(area.name)}像是${quoteName(whole.name)}里的片区,后者由“${documentName(whole.document)}”申报`,
        hint: "确认两者分别管理、分别申报",
        related: [{ document: whole.document, pointer: whole.pointer, message: `这里写的是${quoteName(whole.name)}` }],
      };
    }
  },
});
