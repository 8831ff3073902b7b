import { annexOf } from "../model/clause.js";
import { namesAt, textAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";

export default defineRule({
  id: "lead-industry-in-layout",
  severity: "warning",
  title: "产业在所在地的产业布局内",
  about: "填写的产业在所在地的产业布局之外的,提示一下。只提示,不算错。",
  with: { city: "field", industries: "field" },
  uses: ["industries"],
  *check({ documents, form, with: { city, industries } }) {
    const { industries: all = [], cities = [], source = "", marks = {} } = form.registers.industries ?? {};
    const [[core, coreName] = []] = Object.entries(marks);
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
          message: `“${code} ${industry.name}”不在${annexOf({ source })}为${printed}布局的产业之内`,
          hint: `${printed}的${coreName}:${own.join("、") || "无"}`,
        };
      }
    }
  },
});
