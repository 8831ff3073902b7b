import { openForms } from "../src/io/forms/form-catalog.js";
import { slotsOf } from "../src/word/slots.js";
const form = await openForms().open("hunan-2024");
const { slots, fixed } = slotsOf(form!.documents[process.argv[2] ?? "推荐书"]!);
for (const s of slots) console.log(s.fields.map((f) => f.pointer).join("+"), s.isTally ? "TALLY" : "", s.isNarrative ? "N" : "", s.list ?? "", "|", [...s.primary].join(","), "|", [...s.context].join(","));
console.log(fixed.headings, fixed.lines);
