import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { builtinChecks } from "../check/builtin-checks.js";
import { alertNotes } from "../ledger/alert-notes.js";
import { clauseText } from "../model/clause.js";
import { describedBy } from "../model/description.js";
import { SEVERITY_LABELS } from "../model/diagnostic.js";
import { BUILTIN_CHECK_SEVERITIES } from "../model/diagnostic-ids.js";
import type { Form } from "../model/form.js";
import type { Rule } from "../model/rule.js";
import { rules } from "../rules/index.js";
import { root, write } from "./write.js";

/**
 * Writes a page for each rule, with its fixtures as examples, and the list of all rules, checks and alerts.
 * @param all the forms whose clauses the pages quote
 */
export async function rulePages(all: Form[]): Promise<void> {
  // all pages are made before the first is written, so that nothing changes when a fixture is missing
  const ours = rules.map((rule) => describedBy(formUsing(rule, all), rule));
  const pages = await Promise.all(ours.map(async (rule) => [rule.id, await rulePage(rule, all)] as const));
  const folder = path.join(root, "docs/rules");
  for (const file of existsSync(folder) ? await readdir(folder) : []) await rm(path.join(folder, file));
  for (const [id, page] of pages) await write(`docs/rules/${id}.md`, page);
  const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
  const index = [
    "# 规则",
    "",
    "每条规则的编号、级别和说明。`ptc explain <编号>` 在终端里显示同样的内容。",
    "",
    "| 规则 | 检查什么 | 级别 |",
    "|---|---|---|",
    ...ours.map(({ id, title, severity }) => row(`[${id}](${id}.md)`, plain(title), SEVERITY_LABELS[severity])),
    "",
    "来自表格本身(schema)和文件读取的检查;级别是通常的,说明里另有说的照说明:",
    "",
    "| 编号 | 检查什么 | 级别 | 说明 |",
    "|---|---|---|---|",
    ...builtinChecks.map((check) => {
      const { title, about } = describedBy(all[0], check);
      return row(check.id, plain(title), SEVERITY_LABELS[BUILTIN_CHECK_SEVERITIES[check.id]], plain(about));
    }),
    "",
    "年度台账(`ptc track`)的提醒:",
    "",
    "| 编号 | 提醒什么 | 说明 |",
    "|---|---|---|",
    ...alertNotes
      .map((each) => describedBy(all[0], each))
      .map(({ id, title, about }) => row(id, plain(title), plain(about))),
    "",
  ];
  await write("docs/rules/README.md", index.join("\n"));
}

/** Escapes a text for a cell of a table, so that its brackets, bars and the like are only characters. */
function plain(text: string): string {
  return text.replace(/[\\|<*[\]]/gu, "\\$&");
}

/** Finds the first form that uses a rule. The page of the rule is in the words of that form. */
function formUsing({ id }: Rule, all: Form[]): Form | undefined {
  return all.find(({ documents }) => Object.values(documents).some(({ rules: set }) => Object.hasOwn(set, id)));
}

async function rulePage(rule: Rule, all: Form[]): Promise<string> {
  const clauses = all.flatMap((form) =>
    Object.values(form.documents).flatMap((kind) => {
      const setting = kind.rules[rule.id];
      return setting ? [`- ${clauseText(form, kind, setting.clause)}`] : [];
    }),
  );
  return [
    `# ${rule.id}`,
    "",
    `**${rule.title}**(${SEVERITY_LABELS[rule.severity]})`,
    "",
    rule.about,
    "",
    "依据:",
    "",
    // a set, because kinds of documents often have the same clause
    ...new Set(clauses),
    "",
    ...(await example("错的写法", rule.id, "err")),
    "ptc 这样说:",
    "",
    "```text",
    (await readFile(path.join(root, "test/rules", rule.id, "err.txt"), "utf8")).trimEnd(),
    "```",
    "",
    ...(await example("对的写法", rule.id, "ok")),
  ].join("\n");
}

/** Formats a fixture, which is one file or a folder of files, as an example of a page. */
async function example(title: string, id: string, name: string): Promise<string[]> {
  const base = path.join(root, "test/rules", id);
  const files = existsSync(path.join(base, `${name}.yaml`))
    ? [`${name}.yaml`]
    : (await readdir(path.join(base, name))).sort().map((file) => `${name}/${file}`);
  const blocks = await Promise.all(
    files.map(async (file) => [
      ...(files.length > 1 ? [`${file}:`, ""] : []),
      "```yaml",
      (await readFile(path.join(base, file), "utf8")).trimEnd(),
      "```",
      "",
    ]),
  );
  return [`## ${title}`, "", ...blocks.flat()];
}
