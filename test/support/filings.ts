import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { hasAttachment, type Ledger, track } from "../../src/index.js";
import type { AttachmentExists } from "../../src/model/ledger.js";
import { ledgerText } from "../../src/report/ledger/text.js";
import { checkTexts } from "./check.js";
import { emptyFolder } from "./run.js";

// Small documents of a consortium after its approval, and what the ledger prints of them.

export const NAME = "甲市示例产教联合体";

type Fields = Record<string, unknown>;

/** When something was filed, approved the day before, with both attachments. */
export function filed(on: string): Fields {
  const day = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
  return {
    审核单位: "甲市教育局",
    审核同意日期: day,
    报送日期: on,
    Word文档: "报送.docx",
    盖章PDF: "报送.pdf",
  };
}

/** A plan with as many tasks as wanted; the first has a target of 100 人. */
export function plan(year: number, { tasks = 2, ...fields }: Fields & { tasks?: number } = {}): string {
  return document("年度工作计划", year, {
    任务: Array.from({ length: tasks }, (_, index) => ({
      编号: index + 1,
      内容: `事项${index + 1}`,
      对应指标: ["3.1"],
      ...(index === 0 && { 量化指标: { 名称: "学徒", 目标值: 100, 计量单位: "人" } }),
    })),
    年度经费: { 总额: 500 },
    报送: filed(`${year}-01-18`),
    ...fields,
  });
}

/** A year's summary: the states of the tasks in order, the first with its figure. */
export function yearEnd(year: number, states: string[], fields: Fields & { actual?: number } = {}): string {
  return summary("年度工作总结", year, states, { 报送: filed(`${year}-12-18`), ...fields });
}

export function halfYear(year: number, states: string[], fields: Fields = {}): string {
  return summary("半年工作总结", year, states, { 报送: filed(`${year}-06-18`), ...fields });
}

function summary(
  kind: string,
  year: number,
  states: string[],
  { actual = 120, ...fields }: Fields & { actual?: number },
): string {
  const outcomes = states.map((状态, index) => ({ 编号: index + 1, 状态, ...(index === 0 && { 实际值: actual }) }));
  return document(kind, year, { 任务完成情况: outcomes, 数据暂定: false, ...fields });
}

export function application(funds: Record<number, number>, fields: Fields = {}): string {
  return stringify({
    表单: "hunan-2024/推荐书",
    联合体名称: NAME,
    推荐市州: "长沙市",
    联合体概况: { 运行经费: funds },
    ...fields,
  });
}

function document(kind: string, year: number, fields: Fields): string {
  return stringify({ 表单: `hunan-2024/${kind}`, 联合体名称: NAME, 所在市州: "长沙市", 年度: year, ...fields });
}

/**
 * The ledger as printed, without what is the same everywhere: the published consortia that have no documents, clauses,
 * errors (these documents hold what the ledger looks at and no more), and the sums.
 * @param attached names of the files that lie beside the documents
 */
export async function printed(texts: Record<string, string>, today: string, attached = ATTACHED): Promise<string> {
  const ledger = await ledgerOf(texts, today, attached);
  const whole = ledgerText({ ...ledger, absent: [] }, plain);
  return whole.replace(/^截至[\s\S]*/mu, "").replace(/^ +.* 处错误,见 ptc validate\n/gmu, "");
}

/** Keeps the books over texts by name. */
export async function ledgerOf(
  texts: Record<string, string>,
  today: string,
  attached: string[] = ATTACHED,
): Promise<Ledger> {
  const folder = emptyFolder();
  for (const name of attached) writeFileSync(path.join(folder, name), "");
  return track(await checkTexts(texts, { today }), { today, attachmentExists: attachmentsIn(folder) });
}

/** What looks for attachments of documents whose names are relative to a folder. */
export function attachmentsIn(folder: string): AttachmentExists {
  return ({ source }, name) => hasAttachment(path.resolve(folder, source.file), name);
}

const ATTACHED = ["报送.docx", "报送.pdf"];

const same = (text: string) => text;
/** No colour. */
export const plain = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };
