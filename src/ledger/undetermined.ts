import { clauseText } from "../model/clause.js";
import { hasPassed, isOwed } from "../model/dates.js";
import type { TrackedForm } from "../model/form.js";
import type { Alert, YearLedger } from "../model/ledger.js";
import { consecutiveYears } from "./alerts.js";

/**
 * Alerts when years remain unknown after their deadlines, one alert for each run of years. The files do not say enough,
 * which is no failure; but whoever keeps silent must not escape notice. From the second year on the alert is serious.
 * @param years all years of one consortium, in ascending order
 * @param today the day to judge by, YYYY-MM-DD
 */
export function undeterminedAlerts(years: YearLedger[], form: TrackedForm, today: string): Alert[] {
  const open = years.filter((year) => isUndetermined(year, form, today));
  const plan = form.documents[form.tracking.filings.plan.kind];
  const clause = plan && clauseText(form, plan, form.tracking.monitoring.clause);
  return consecutiveYears(open).map((run): Alert => {
    const [first] = run;
    const reasons = run.map(({ year, reasons: own }) => `${year} 年${own.join("、")}`);
    return {
      id: "undetermined",
      severity: run.length > 1 ? "serious" : "attention",
      year: run.at(-1)?.year,
      since: first?.year,
      message: `${first?.year} 年起连续不明 ${run.length} 年:完成没有完成计划,到期以后还判断不了。${reasons.join(";")}`,
      evidence: run.flatMap(({ year, tasks }) =>
        tasks.flatMap(({ id, result, remark, final, origin }) =>
          result === undefined || result === "pending"
            ? [{ ...(final?.origin ?? origin), message: `${year} 年任务 ${id} ${remark ?? "没有答复"}` }]
            : [],
        ),
      ),
      ...(clause && { clause }),
    };
  });
}

/**
 * Whether a year cannot be judged although everything about it should have been filed. A task that was still open counts
 * once the plan of the next year is due, because that is the last paper that can settle it.
 */
function isUndetermined(
  { year, fulfilled, filings, released }: YearLedger,
  { tracking }: TrackedForm,
  today: string,
): boolean {
  if (released) return false;
  if (fulfilled === "pending") return hasPassed(`${year + 1}-${tracking.filings.plan.due}`, today);
  if (fulfilled !== "unknown") return false;
  const [plan, , final] = filings;
  if (!plan || !final || !isOwed(final.due, tracking.issued) || !hasPassed(final.due, today)) return false;
  // nobody is reproached with a plan that was due before the notice was issued
  return plan.state !== "excused" || (final.state !== "filed" && final.state !== "late");
}
