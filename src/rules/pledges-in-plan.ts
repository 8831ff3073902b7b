import { formatAmount, labelOf, numberAt } from "../model/document-values.js";
import { defineRule } from "../model/rule.js";
import { joinPointer } from "../text/json-pointer.js";
import { byConsortium, datedDocuments } from "./support/dated-documents.js";
import { resolveElsewhere } from "./support/other-kinds.js";

export default defineRule({
  id: "pledges-in-plan",
  severity: "warning",
  title: "计划的经费不低于申报时的承诺",
  about: "计划安排的经费低于同一申报单位申报时写的这一年的数时提示。要把申报的那份一起检查才查得出来。",
  with: { year: "field", planned: "field", pledged: "elsewhere" },
  compares: true,
  *check({ documents, all, with: { year, planned, pledged } }) {
    const applications = resolveElsewhere(all, pledged);
    const applied = byConsortium(applications.documents);
    for (const filing of datedDocuments(documents, year)) {
      const { document } = filing;
      const application = applied.get(filing.consortium);
      const promisedAt = joinPointer(applications.pointer, filing.year);
      const promised = application && numberAt(application, promisedAt);
      const now = numberAt(document, planned);
      if (!application || promised === undefined || now === undefined || now >= promised) continue;
      yield {
        document,
        pointer: planned,
        message: `${labelOf(document, planned)}是 ${formatAmount(document, planned, now)},申报时${labelOf(application, promisedAt)}写了 ${formatAmount(application, promisedAt, promised)},少 ${formatAmount(document, planned, promised - now)}`,
        hint: "核对两处数字和单位;确实减少的,在计划里说明原因",
        related: [{ document: application, pointer: promisedAt, message: "申报时写的" }],
      };
    }
  },
});
