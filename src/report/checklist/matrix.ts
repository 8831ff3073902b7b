import type { Checklist, ChecklistPoint, PointStatus } from "../../model/checklist.js";
import type { Paint } from "../../model/paint.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";
import { pointsOf } from "./points.js";

/** Columns of the terminal for the ids of points. */
const ID_WIDTH = 6;

/** Several checklists side by side for a terminal: points down, documents across. */
export function checklistMatrix(checklists: Checklist[], paint: Paint): string {
  const ids = checklists[0] ? pointsOf(checklists[0]).map(({ id }) => id) : [];
  const columns = checklists.map((each) => pointsOf(each).map(shortStatus));
  const width = Math.max(8, ...columns.flat().map(displayWidth)) + 2;
  const line = (id: string, cells: string[]) =>
    `${padToWidth(id, ID_WIDTH)}${cells.map((cell) => padToWidth(cell, width)).join("")}`.trimEnd();
  return [
    ...checklists.map(
      ({ name, file }, index) =>
        `${documentSign(index)} ${paint.bold(showControlCharacters(name))}  ${paint.dim(showControlCharacters(file))}`,
    ),
    "",
    line(
      "",
      checklists.map((_, index) => documentSign(index)),
    ),
    ...ids.map((id, row) =>
      line(
        id,
        columns.map((column) => column[row] as string),
      ),
    ),
    "",
  ].join("\n");
}

/** ① to ⑳, which are all the circled numbers in common fonts, then (21). */
function documentSign(index: number): string {
  return index < 20 ? String.fromCodePoint(0x2460 + index) : `(${index + 1})`;
}

const SHORT_STATUS: Record<PointStatus, string> = {
  有数据支撑: "数据",
  部分支撑: "部分",
  不满足: "不满足",
  缺失: "缺失",
  有佐证: "佐证",
  需人工评审: "人工",
};

function shortStatus({ status }: ChecklistPoint): string {
  return status.map((each) => SHORT_STATUS[each]).join("+");
}
