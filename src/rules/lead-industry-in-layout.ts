import { namesAt, textAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

export default defineRule({
  id: "lead-industry-in-layout",
  severity: "warning",
  title: "主导产业在本市州的产业布局内",
  about:
    "主导产业对照附件1:本市州的核心产业(★★★)和重点产业(★★)之外的,提示一下。已公布的联合体也有布局之外的产业,所以只提示,不算错。",
  with: { city: "field", industries: "field" },
  uses: ["industries"],
  *check({ documents, form, with: { city, industries } }) {
    const { industries: all = [], cities = [], source = "", marks = {} } = form.registers.industries ?? {};
    const [core] = Object.keys(marks);
    for (const document of documents) {
      const printed = cities.find(({ name }) => name === textAt(document, city))?.printed;
      if (!printed) continue;
      for (const { name: code, pointer } of namesAt(document, industries)) {
        const industry = all.find((each) => each.code === code);
        if (!industry || industry.cities[printed]) continue;
        const own = all.filter((each) => each.cities[printed] === core).map((each) => `${each.code} ${each.name}`);
        yield {
          document,
          pointer,
          message: `“${code} ${industry.name}”不在${source.split(" ").at(-1)}为${printed}布局的产业之内`,
          hint: `${printed}的核心产业:${own.join("、") || "无"}`,
        };
      }
    }
  },
});
