import { clauseText } from "../model/clause.js";
import type { TrackedForm } from "../model/form.js";
import {
  type Alert,
  type Filing,
  fulfilmentLabel,
  type Origin,
  type Sourced,
  type YearLedger,
} from "../model/ledger.js";
import { formatChineseDate, formatWithUnit, toHundredths } from "../text/format-values.js";
import { truncate } from "../text/truncate.js";
import { filingAlerts } from "./filing-alerts.js";
import { isFiled } from "./filings.js";
import { isMostlyChanged } from "./fulfilment.js";
import { ledgerPresentation } from "./presentation.js";
import { originOf, type YearFilings } from "./year-filings.js";

/** A figure that falls by at least this percentage of the previous year gives an alert. Smaller changes are usual. */
export const FALL_PERCENT = 10;

/** The number of characters of a task that an alert shows; they are enough to recognise the task. */
const CONTENT = 60;

/**
 * Lists the alerts of one consortium for one year, by their kind.
 * @param yearFilings the documents that `year` was made from
 * @param today the day to judge by, YYYY-MM-DD
 */
export function yearAlerts(year: YearLedger, yearFilings: YearFilings, form: TrackedForm, today: string): Alert[] {
  return [
    ...unfulfilled(year, form),
    ...pending(year, form),
    ...mostlyChanged(year, form),
    ...alternatives(year, yearFilings, form),
    ...unitDiffers(year),
    ...filingAlerts(year, yearFilings, form, today),
    ...atRisk(year, form),
    ...belowPledge(year),
    ...falling(year, form),
  ];
}

/**
 * Returns the sentence of the notice that says when a consortium is taken off the list (`removal` in `tracking.yaml`).
 */
function removalClause(form: TrackedForm): string | undefined {
  const { filings, removal } = form.tracking;
  const plan = form.documents[filings.plan.kind];
  return plan && clauseText(form, plan, removal.clause);
}

/** Alerts when the plan was not fulfilled, with the failed tasks as evidence. */
function unfulfilled({ year, fulfilled, reasons, tasks }: YearLedger, form: TrackedForm): Alert[] {
  if (fulfilled !== "no") return [];
  return [
    {
      id: "unfulfilled",
      severity: "serious",
      year,
      message: `没有完成${form.tracking.filings.plan.kind}:${reasons.join(";")}`,
      evidence: tasks.flatMap(({ id, content, result, remark, origin, final, settled }) =>
        result !== "unmet" || !final
          ? []
          : [
              { ...(settled ?? final).origin, message: `任务 ${id} ${remark}` },
              { ...origin, message: `计划的任务 ${id}:${truncate(content, CONTENT)}` },
            ],
      ),
      clause: removalClause(form),
    },
  ];
}

/** Alerts when tasks were not due yet when the summary was filed, and nothing has settled them. */
function pending({ year, tasks, fulfilled }: YearLedger, { tracking }: TrackedForm): Alert[] {
  const open = tasks.filter(({ result }) => result === "pending");
  if (open.length === 0) return [];
  const { plan, final } = tracking.filings;
  return [
    {
      id: "pending",
      severity: "attention",
      year,
      message: `${open.length} 项任务待核:报${final.kind}时还没有到期、还在做,以后没有材料说做到了没有。补报年底以后的${final.kind},或在下一年的${plan.kind}里写明${fulfilled === "no" ? "" : ";在这以前不算没有完成"}`,
      evidence: open.flatMap(({ id, remark, final: answer }) =>
        answer ? [{ ...answer.origin, message: `任务 ${id} ${remark}` }] : [],
      ),
    },
  ];
}

/** Alerts when at least half of the tasks of a year were adjusted, because little of the plan is left then. */
function mostlyChanged({ year, tasks }: YearLedger, form: TrackedForm): Alert[] {
  if (!isMostlyChanged(tasks)) return [];
  const changed = tasks.filter(({ result }) => result === "changed");
  const [label] = changed.map(({ final, settled }) => (settled ?? final)?.label);
  return [
    {
      id: "mostly-changed",
      severity: "attention",
      year,
      message: `${tasks.length} 项任务里有 ${changed.length} 项${label}:核对是谁同意的,剩下的还算不算完成了计划`,
      evidence: changed.flatMap(({ id, content, settled, final }) => {
        const answer = settled ?? final;
        return answer
          ? [{ ...answer.origin, message: `任务 ${id} ${answer.label}:${truncate(content, CONTENT)}` }]
          : [];
      }),
      clause: removalClause(form),
    },
  ];
}

/** Alerts when the year would be judged differently with a plan or summary that was filed and does not count. */
function alternatives(
  { year, fulfilled, filings, alternatives: others = [] }: YearLedger,
  yearFilings: YearFilings,
  form: TrackedForm,
): Alert[] {
  return others.map(({ role, why, filed, fulfilled: instead, origin }) => {
    const { kind, filed: counted = "" } = filings.find((each) => each.role === role) as Filing;
    const used = yearFilings[role];
    const pointer = form.tracking.filing.filed;
    const [is, would] = [fulfilled, instead].map((each) => fulfilmentLabel(each, ledgerPresentation(form)));
    const other = `${formatChineseDate(filed)}报送的那一份${kind}`;
    const message =
      why === "rival"
        ? `${formatChineseDate(filed)}报送的${kind}不止一份,内容不同,按哪一份结论都不一样:判断是“${is}”,请查明以哪份为准`
        : `${kind}换过:按${formatChineseDate(counted)}报送的是“${is}”,按${other}是“${would}”${why === "replaced" ? "" : ";后报的没有写明替代哪一份、为什么"}`;
    return {
      id: "amendment-decides",
      severity: why === "replaced" ? "attention" : "serious",
      year,
      message,
      evidence: [
        ...(used ? [{ ...originOf(used, pointer), message: `台账用的${kind}` }] : []),
        { ...origin, message: other },
      ],
      clause: removalClause(form),
    };
  });
}

/** Alerts when the unit of a figure differs from that of its target, or seems to. */
function unitDiffers({ year, tasks }: YearLedger): Alert[] {
  const found = tasks.filter(({ doubt }) => doubt === "unit");
  if (found.length === 0) return [];
  return [
    {
      id: "unit-differs",
      severity: "attention",
      year,
      message: `${found.length} 项任务的实际做到的数和目标单位看来不一致,不能比较,不算没有完成`,
      evidence: found.flatMap(({ id, remark, final }) =>
        final ? [{ ...final.origin, message: `任务 ${id} ${remark}` }] : [],
      ),
    },
  ];
}

/**
 * Recommends to take a consortium off the list when it did not fulfil its plan in several consecutive years. The notice
 * sets the number of years (`removal` in `tracking.yaml`). The authority decides; this is only a recommendation.
 * @param years all years of one consortium, in ascending order
 * @returns one alert for each sequence of years that is long enough
 */
export function removalAlerts(years: YearLedger[], form: TrackedForm): Alert[] {
  const { removal, filings } = form.tracking;
  return consecutiveYears(years.filter(({ fulfilled }) => fulfilled === "no"))
    .filter((failed) => failed.length >= removal.years)
    .map((failed) => ({
      id: "removal",
      severity: "serious",
      year: failed.at(-1)?.year,
      since: failed[0]?.year,
      message: `${failed.map(({ year }) => year).join("、")} 连续 ${failed.length} 年没有完成${filings.plan.kind},建议调出名单(按报送的文件得出的建议,是否调出由${form.authority}决定)${laterFulfilled(failed, years)}`,
      evidence: failed.flatMap(({ year, tasks }) =>
        tasks.flatMap(({ id, result, remark, final, settled }) =>
          result === "unmet" && final
            ? [{ ...(settled ?? final).origin, message: `${year} 年任务 ${id} ${remark}` }]
            : [],
        ),
      ),
      clause: removalClause(form),
    }));
}

/** Says that a year after those in which the plan was not fulfilled was fulfilled; empty when none was. */
function laterFulfilled(failed: YearLedger[], years: YearLedger[]): string {
  const last = failed.at(-1)?.year ?? 0;
  const later = years.filter(({ year, fulfilled }) => year > last && (fulfilled === "yes" || fulfilled === "changed"));
  return later.length === 0 ? "" : `;此后 ${later.map(({ year }) => year).join("、")} 年完成了计划`;
}

/** Groups the years that follow one another without a gap. */
export function consecutiveYears(years: YearLedger[]): YearLedger[][] {
  const runs: YearLedger[][] = [];
  for (const each of years) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === each.year - 1) run?.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Warns when the half-year summary reports failed tasks. Once the year's summary was filed, that decides instead. */
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

/**
 * Alerts when a planned or spent amount is lower than the pledged one. It compares hundredths, to avoid rounding
 * errors.
 */
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

/** Returns the place of an amount without its value. */
function originOnly({ value: _, ...origin }: Sourced): Origin {
  return origin;
}

/** Alerts when figures of the year's summary are lower than in the previous year by `FALL_PERCENT` or more. */
function falling({ year, figures, counted }: YearLedger, { tracking }: TrackedForm): Alert[] {
  // A half-year summary counts half a year, so its figures cannot be compared with a whole year.
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

/** Says in brackets that figures are provisional, and until which day they were counted; empty when they are final. */
function provisionalNote({ asOf, provisional }: NonNullable<YearLedger["counted"]>): string {
  if (!provisional) return "";
  return asOf === undefined ? "(暂定数)" : `(统计到${formatChineseDate(asOf)}的暂定数)`;
}
