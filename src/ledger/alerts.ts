import { clauseText } from "../model/clause.js";
import type { TrackedForm } from "../model/form.js";
import type { Alert, Origin, Sourced, YearLedger } from "../model/ledger.js";
import { formatChineseDate, formatWithUnit, toHundredths } from "../text/format-values.js";
import { truncate } from "../text/truncate.js";
import { filingAlerts } from "./filing-alerts.js";
import { isFiled } from "./filings.js";
import type { YearFilings } from "./year-filings.js";

/** A figure that falls by so many percent of the year before is worth a look; smaller changes are usual. */
export const FALL_PERCENT = 10;

/** Characters of a task that tell which one it is. */
const CONTENT = 60;

/** What calls for somebody's attention in one year. */
export function yearAlerts(year: YearLedger, papers: YearFilings, form: TrackedForm, today: string): Alert[] {
  return [
    ...unfulfilled(year, form),
    ...filingAlerts(year, papers, form, today),
    ...atRisk(year, form),
    ...belowPledge(year),
    ...falling(year, form),
  ];
}

/** The sentence of the notice about consortia that are taken off the list. */
function removalClause(form: TrackedForm): string | undefined {
  const { filings, removal } = form.tracking;
  const plan = form.documents[filings.plan.kind];
  return plan && clauseText(form, plan, removal.clause);
}

function unfulfilled({ year, fulfilled, reasons, tasks }: YearLedger, form: TrackedForm): Alert[] {
  if (fulfilled !== "no") return [];
  return [
    {
      id: "unfulfilled",
      severity: "serious",
      year,
      message: `没有完成${form.tracking.filings.plan.kind}:${reasons.join(";")}`,
      evidence: tasks.flatMap(({ id, content, result, remark, origin, final }) =>
        result !== "unmet" || !final
          ? []
          : [
              { ...final.origin, message: `任务 ${id} ${remark}` },
              { ...origin, message: `计划的任务 ${id}:${truncate(content, CONTENT)}` },
            ],
      ),
      clause: removalClause(form),
    },
  ];
}

/**
 * The recommendation to take a consortium off the list, for each run of years in which the plan was not fulfilled that
 * is as long as the notice says.
 */
export function removalAlerts(years: YearLedger[], form: TrackedForm): Alert[] {
  const { removal, filings } = form.tracking;
  return runsOf(years.filter(({ fulfilled }) => fulfilled === "no"))
    .filter((run) => run.length >= removal.years)
    .map((run) => ({
      id: "removal",
      severity: "serious",
      year: run.at(-1)?.year,
      message: `${run.map(({ year }) => year).join("、")} 连续 ${run.length} 年没有完成${filings.plan.kind},建议调出名单(按报送的文件得出的建议,是否调出由${form.authority}决定)`,
      evidence: run.flatMap(({ year, tasks }) =>
        tasks.flatMap(({ id, result, remark, final }) =>
          result === "unmet" && final ? [{ ...final.origin, message: `${year} 年任务 ${id} ${remark}` }] : [],
        ),
      ),
      clause: removalClause(form),
    }));
}

/** Years that follow one another, together. */
function runsOf(years: YearLedger[]): YearLedger[][] {
  const runs: YearLedger[][] = [];
  for (const each of years) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === each.year - 1) run?.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Before the year's summary is in, a task that has failed is a warning and no more. */
function atRisk({ year, fulfilled, filings, tasks }: YearLedger, { tracking }: TrackedForm): Alert[] {
  const { plan, interim: half } = tracking.filings;
  const judged = filings.some((filing) => filing.role === "final" && isFiled(filing));
  const failed = tasks.flatMap(({ id, interim, content }) =>
    interim?.state === "failed" ? [{ id, interim, content }] : [],
  );
  if (judged || fulfilled !== "unknown" || failed.length === 0) return [];
  return [
    {
      id: "at-risk",
      severity: "attention",
      year,
      message: `${plan.label}计划可能完不成:${half.label}总结里 ${failed.length} 项任务${failed[0]?.interim.label}`,
      evidence: failed.map(({ id, interim, content }) => ({
        ...interim.origin,
        message: `任务 ${id} ${interim.label}:${truncate(content, CONTENT)}`,
      })),
    },
  ];
}

function belowPledge({ year, amounts, counted }: YearLedger): Alert[] {
  return amounts.flatMap(({ title, unit, pledged, planned, actual }) => {
    if (!pledged) return [];
    const compared = [
      { what: "计划", amount: planned, note: "" },
      { what: "实际", amount: actual, note: counted?.role === "final" ? provisionalNote(counted) : "" },
    ];
    const below = compared.filter(({ amount }) => amount && toHundredths(amount.value) < toHundredths(pledged.value));
    if (below.length === 0) return [];
    const sentences = below.map(
      ({ what, amount, note }) => `${what} ${formatWithUnit(amount?.value ?? 0, unit)}${note}`,
    );
    const alert: Alert = {
      id: "below-pledge",
      severity: "attention",
      year,
      message: `${title}低于申报时承诺的 ${formatWithUnit(pledged.value, unit)}:${sentences.join(",")}`,
      evidence: [
        ...below.flatMap(({ what, amount }) =>
          amount ? [{ ...originOnly(amount), message: `${what}的${title}` }] : [],
        ),
        { ...originOnly(pledged), message: `承诺的${title}` },
      ],
    };
    return [alert];
  });
}

function originOnly({ value: _, ...origin }: Sourced): Origin {
  return origin;
}

function falling({ year, figures, counted }: YearLedger, { tracking }: TrackedForm): Alert[] {
  // half a year's figures are less than a year's
  if (counted?.role !== "final") return [];
  const fallen = figures.flatMap(({ name, unit, previous, value, origin }) => {
    if (previous === undefined || value === undefined) return [];
    if (value >= previous || (previous - value) * 100 < previous * FALL_PERCENT) return [];
    return [{ ...origin, message: `${name}:${formatWithUnit(previous, unit)} → ${formatWithUnit(value, unit)}` }];
  });
  if (fallen.length === 0) return [];
  return [
    {
      id: "falling",
      severity: "attention",
      year,
      message: `${fallen.length} 项数字比${tracking.figures.previous}少 ${FALL_PERCENT}% 以上${provisionalNote(counted)}`,
      evidence: fallen,
    },
  ];
}

function provisionalNote({ asOf, provisional }: NonNullable<YearLedger["counted"]>): string {
  if (!provisional) return "";
  return asOf === undefined ? "(暂定数)" : `(统计到${formatChineseDate(asOf)}的暂定数)`;
}
