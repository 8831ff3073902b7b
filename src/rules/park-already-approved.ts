import { quoteName, textAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";
import { parkKeys, parksOf, publishedPark } from "./support/parks.js";

export default defineRule({
  id: "park-already-approved",
  severity: "warning",
  title: "园区已在公布的名单里",
  about: "园区已经在公布的名单里,而名称不同时提示。",
  with: { parks: "field", city: "field", name: "field" },
  uses: ["roster", "parks", "industries"],
  *check({ documents, form, with: at }) {
    const keys = parkKeys(form);
    const consortiumAt = publishedPark(form);
    for (const document of documents) {
      const own = textAt(document, at.name);
      if (own === undefined) continue;
      for (const park of parksOf(document, at, keys)) {
        const approved = consortiumAt(park);
        if (!approved || fold(approved.name) === fold(own)) continue;
        yield {
          document,
          pointer: park.pointer,
          message: `${quoteName(park.name)}已有公布的${form.terms.consortium}“${approved.name}”(${form.registers.roster?.source} 第 ${approved.no} 个)`,
          hint: `确认是不是同一个${form.terms.consortium};是的话名称与名单一致`,
        };
      }
    }
  },
});
