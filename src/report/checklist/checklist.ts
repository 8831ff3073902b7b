import type { Checklist, ChecklistPoint, Verdict } from "../../model/checklist.js";
import type { Paint } from "../../model/paint.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** The checklist of one document, point by point. */
export function checklistText({ name, file, title, groups, presentation }: Checklist, paint: Paint): string {
  const marks: Record<Verdict, string> = {
    满足: paint.green("✓"),
    不满足: paint.red("✗"),
    未填: paint.yellow("○"),
    待人工: paint.cyan("?"),
  };
  const lines = groups.flatMap((group) => [
    "",
    paint.bold(group.name),
    ...group.points.flatMap((point) => [
      `${point.id}  ${point.status.join(" · ")}`,
      paint.dim(`     ${point.text}`),
      ...point.criteria.map(
        ({ what, verdict, found }) =>
          `     ${marks[verdict]} ${verdict}  ${what}${found ? `:${showControlCharacters(found)}` : ""}`,
      ),
      ...(point.note ? [paint.dim(`     注:${point.note}`)] : []),
    ]),
  ]);
  return [
    `${paint.bold(showControlCharacters(name))}  ${paint.dim(showControlCharacters(file))}`,
    title,
    ...lines,
    "",
    tally(
      groups.flatMap((group) => group.points),
      presentation,
    ),
    "",
  ].join("\n");
}

/** Several documents side by side: points down, documents across. */
export function checklistMatrix(checklists: Checklist[], paint: Paint): string {
  const signs = checklists.map((_, index) => (index < 20 ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`));
  const ids = pointsOf(checklists[0]).map((point) => point.id);
  const width = Math.max(...checklists.flatMap((each) => pointsOf(each).map((point) => displayWidth(short(point)))), 8);
  return [
    ...checklists.map(
      ({ name, file }, index) =>
        `${signs[index]} ${paint.bold(showControlCharacters(name))}  ${paint.dim(showControlCharacters(file))}`,
    ),
    "",
    `${padToWidth("", 6)}${signs.map((sign) => padToWidth(sign, width + 2)).join("")}`.trimEnd(),
    ...ids.map((id, row) =>
      `${padToWidth(id, 6)}${checklists.map((each) => padToWidth(short(pointsOf(each)[row] as ChecklistPoint), width + 2)).join("")}`.trimEnd(),
    ),
    "",
  ].join("\n");
}

/** The checklist for a merge request or a report: one table a document. */
export function checklistMarkdown(checklists: Checklist[]): string {
  return checklists
    .map(({ name, title, groups, presentation: { terms } }) =>
      [
        `## ${name} · ${title}`,
        "",
        `| ${terms.point} | 状态 | 核对 |`,
        "|---|---|---|",
        ...groups.flatMap((group) =>
          group.points.map(({ id, text, status, criteria, note }) => {
            const checks = criteria.map(({ what, verdict, found }) => `${verdict}:${what}${found ? `(${found})` : ""}`);
            return `| ${id} ${cell(text)} | ${status.join("<br>")} | ${cell([...checks, ...(note ? [`注:${note}`] : [])].join("<br>"))} |`;
          }),
        ),
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** The checklists for programs. */
export function checklistJson(checklists: Checklist[]): string {
  const data = checklists.map(({ presentation: _, ...checklist }) => checklist);
  return `${JSON.stringify({ version: 1, checklists: data }, null, 2)}\n`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function pointsOf(checklist: Checklist | undefined): ChecklistPoint[] {
  return checklist?.groups.flatMap((group) => group.points) ?? [];
}

function short({ status }: ChecklistPoint): string {
  return status
    .map((each) =>
      each
        .replace("有数据支撑", "数据")
        .replace("部分支撑", "部分")
        .replace("有佐证", "佐证")
        .replace("需人工评审", "人工"),
    )
    .join("+");
}

function tally(points: ChecklistPoint[], { terms }: Checklist["presentation"]): string {
  const having = (status: string) => points.filter((point) => (point.status as string[]).includes(status)).length;
  return `${points.length} 个${terms.point}:有数据支撑 ${having("有数据支撑")},部分支撑 ${having("部分支撑")},不满足 ${having("不满足")},缺失 ${having("缺失")};有佐证 ${having("有佐证")},需人工评审 ${having("需人工评审")}。${terms.scores}。`;
}
