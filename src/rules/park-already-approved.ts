import { defineRule } from "../model/rule.js";
import { fold } from "../text/fold.js";
import { parkKeys, parksOf } from "./parks.js";
import { textAt } from "./values.js";

export default defineRule({
  id: "park-already-approved",
  severity: "warning",
  title: "园区已有公布的联合体",
  about: "园区已经在公布的名单里,而联合体名称不同时提示。",
  with: { parks: "field", name: "field" },
  uses: ["parks", "roster"],
  *check({ documents, form, with: { parks, name } }) {
    const keys = parkKeys(form);
    const roster = form.registers.roster;
    for (const document of documents) {
      const own = fold(textAt(document, name) ?? "");
      for (const park of parksOf(document, parks, keys)) {
        const approved = roster?.consortia.find((each) =>
          each.parks.some((other) => keys(other).some((key) => park.keys.includes(key))),
        );
        if (!approved || fold(approved.name) === own) continue;
        yield {
          document,
          pointer: park.pointer,
          message: `“${park.name}”已有公布的联合体“${approved.name}”(${roster?.source} 第 ${approved.no} 个)`,
          hint: "确认是不是同一个联合体;是的话名称与名单一致",
        };
      }
    }
  },
});
