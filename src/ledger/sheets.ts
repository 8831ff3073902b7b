import {
  ALERT_SEVERITY_LABELS,
  alertName,
  type ConsortiumLedger,
  fulfilmentLabel,
  type Ledger,
  type YearLedger,
} from "../model/ledger.js";
import { formatLineOrCell } from "../model/place.js";
import type { LedgerPresentation } from "../model/presentation.js";
import type { Sheet } from "../model/summary.js";
import { maskFigure } from "../text/format-values.js";

type Value = string | number | undefined;
type Column = [title: string, width: number];

/**
 * Makes the sheets of the ledger's workbook: years, tasks, amounts, alerts, figures. Each item has a row of its own and
 * repeats the columns of its consortium, so that a reader can filter and sort.
 */
export function ledgerSheets(ledger: Ledger): Sheet[] {
  const { consortia, presentation } = ledger;
  const head = headColumns(presentation);
  const perYear = (rows: (year: YearLedger) => Value[][]) =>
    consortia.flatMap((consortium) =>
      consortium.years.flatMap((year) =>
        rows(year).map((row) => [...headOf(consortium), year.year, ...row.map(masked)]),
      ),
    );
  const kinds = consortia.find(({ years }) => years.length > 0)?.years[0]?.filings.map(({ kind }) => kind) ?? [];
  return [
    sheet(
      "台账",
      [
        ...head,
        ...kinds.flatMap((kind) => filingColumns(kind, presentation)),
        [`完成${presentation.filings.plan}计划`, 14],
        ["说明", 60],
      ],
      perYear((year) => yearRow(year, presentation)),
    ),
    sheet("任务", [...head, ...taskColumns(presentation)], perYear(taskRows)),
    sheet("经费", [...head, ["项目", 14], ["单位", 8], ["承诺", 12], ["计划", 12], ["实际", 12]], perYear(amountRows)),
    sheet("提醒", alertColumns(presentation), consortia.flatMap(alertRows)),
    sheet("年度数据", [...head, ...figureColumns(presentation)], perYear(figureRows)),
  ];
}

/** Masks a figure that may be a mobile number in a wrong field: the workbook is passed on. */
const masked = (value: Value): Value => (typeof value === "number" ? maskFigure(value) : value);

const headColumns = ({ terms }: LedgerPresentation): Column[] => [
  [terms.consortium, 34],
  [terms.city, 12],
  ["名单序号", 10],
  ["年度", 8],
];

const taskColumns = ({ filings, task }: LedgerPresentation): Column[] => [
  ["编号", 7],
  ["任务", 50],
  [task.points, 14],
  [task.until, 13],
  [task.target, 24],
  [task.value, 10],
  ["单位", 8],
  [`${filings.interim}状态`, 11],
  [`${filings.final}状态`, 11],
  [task.actual, 10],
  ["判断", 30],
];

const alertColumns = ({ terms }: LedgerPresentation): Column[] => [
  [terms.consortium, 34],
  [terms.city, 12],
  ["年度", 8],
  ["级别", 8],
  ["提醒", 18],
  ["说明", 70],
  ["出处", 60],
  ["依据", 60],
];

const figureColumns = ({ years }: LedgerPresentation): Column[] => [
  ["部分", 20],
  ["数字", 44],
  ["单位", 8],
  [years.previous, 12],
  [years.current, 12],
  ["统计到", 13],
  ["暂定", 8],
];

function sheet(name: string, columns: Column[], rows: Value[][]): Sheet {
  return { name, keep: 1, columns: columns.map(([title, width]) => ({ title, width })), rows };
}

function headOf({ name, city, published }: ConsortiumLedger): Value[] {
  return [name, city, published];
}

const STATES: Record<YearLedger["filings"][number]["state"], string> = {
  filed: "已报",
  late: "迟报",
  draft: "草稿",
  missing: "缺",
  due: "待报",
  excused: "不追究",
  released: "不再要报",
};

function filingColumns(kind: string, { filed }: LedgerPresentation): Column[] {
  return [
    [kind, 14],
    [`${kind}${filed}`, 13],
    [`${kind}审核同意`, 13],
    [`${kind}附件`, 16],
  ];
}

function yearRow({ filings, fulfilled, reasons }: YearLedger, presentation: LedgerPresentation): Value[][] {
  const filed = filings.flatMap(({ state, filed: on, approved, file, word, pdf }) => [
    STATES[state],
    on,
    approved?.on,
    file === undefined ? undefined : `Word ${ATTACHED[word]},PDF ${ATTACHED[pdf]}`,
  ]);
  return [[...filed, fulfilmentLabel(fulfilled, presentation), reasons.join(";")]];
}

const ATTACHED = { given: "有", absent: "找不到", unnamed: "没写" };

function taskRows({ tasks }: YearLedger): Value[][] {
  return tasks.map(({ id, content, points, until, target, interim, final, result, remark }) => [
    id,
    content,
    points.join("、"),
    until,
    target?.name,
    target?.value,
    target?.unit,
    interim?.label,
    final?.label,
    final?.actual ?? interim?.actual,
    remark ?? (result === "met" ? "完成" : undefined),
  ]);
}

function amountRows({ amounts }: YearLedger): Value[][] {
  return amounts.map(({ title, unit, pledged, planned, actual }) => [
    title,
    unit,
    pledged?.value,
    planned?.value,
    actual?.value,
  ]);
}

function alertRows({ name, city, alerts }: ConsortiumLedger): Value[][] {
  return alerts.map(({ id, severity, year, message, evidence, clause }) => [
    name,
    city,
    year,
    ALERT_SEVERITY_LABELS[severity],
    alertName({ id }),
    message,
    evidence.map(({ message: what, ...origin }) => `${formatLineOrCell(origin)} ${what}`).join("\n"),
    clause,
  ]);
}

function figureRows({ figures, counted }: YearLedger): Value[][] {
  return figures.map(({ name, section, unit, previous, value }) => [
    section,
    name,
    unit,
    previous,
    value,
    counted?.asOf,
    counted?.provisional ? "是" : "否",
  ]);
}
