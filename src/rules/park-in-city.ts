import { choiceAt, labelOf, quoteName } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { parkKeys, parksOf, publishedPark } from "./support/parks.js";

export default defineRule({
  id: "park-in-city",
  severity: "warning",
  title: "园区由所在地申报",
  about: "已公布名单里的园区,写的地区应当是它所在的地区。",
  with: { city: "field", parks: "field" },
  uses: ["roster", "parks", "industries"],
  *check({ documents, form, with: at }) {
    const keys = parkKeys(form);
    const consortiumAt = publishedPark(form);
    for (const document of documents) {
      // a city that the form does not have is reported by the schema check
      const written = choiceAt(document, at.city);
      for (const park of parksOf(document, at, keys)) {
        const home = consortiumAt(park)?.inferredCity;
        if (!written || !home || home === written) continue;
        yield {
          document,
          pointer: park.pointer,
          message: `${quoteName(park.name)}在${home},${labelOf(document, at.city)}写的是${written}`,
          hint: `检查${labelOf(document, at.city)}和${form.terms.park}名称`,
        };
      }
    }
  },
});
