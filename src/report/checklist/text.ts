import type { Checklist, ChecklistPoint, Verdict } from "../../model/checklist.js";
import type { Paint } from "../../model/paint.js";
import type { Terms } from "../../model/terms.js";
import { showControlCharacters } from "../../text/printable.js";
import { pointsOf } from "./points.js";

/** The checklist of one document for a terminal, point by point. */
export function checklistText(checklist: Checklist, paint: Paint): string {
  const { name, file, title, groups, presentation } = checklist;
  return [
    `${paint.bold(showControlCharacters(name))}  ${paint.dim(showControlCharacters(file))}`,
    title,
    ...groups.flatMap((group) => [
      "",
      paint.bold(group.name),
      ...group.points.flatMap((point) => pointLines(point, paint)),
    ]),
    "",
    statusCounts(pointsOf(checklist), presentation.terms),
    "",
  ].join("\n");
}

function pointLines({ id, text, status, criteria, note }: ChecklistPoint, paint: Paint): string[] {
  const signs: Record<Verdict, string> = {
    满足: paint.green("✓"),
    不满足: paint.red("✗"),
    未填: paint.yellow("○"),
    待人工: paint.cyan("?"),
  };
  return [
    `${id}  ${status.join(" · ")}`,
    paint.dim(`     ${text}`),
    ...criteria.map(
      ({ what, verdict, found }) =>
        `     ${signs[verdict]} ${verdict}  ${what}${found ? `:${showControlCharacters(found)}` : ""}`,
    ),
    ...(note ? [paint.dim(`     注:${note}`)] : []),
  ];
}

function statusCounts(points: ChecklistPoint[], terms: Terms): string {
  const count = (status: string) => points.filter((point) => (point.status as string[]).includes(status)).length;
  return `${points.length} 个${terms.point}:有数据支撑 ${count("有数据支撑")},部分支撑 ${count("部分支撑")},不满足 ${count("不满足")},缺失 ${count("缺失")};有佐证 ${count("有佐证")},需人工评审 ${count("需人工评审")}。${terms.scores}。`;
}
