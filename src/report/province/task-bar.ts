import { scaleLinear } from "d3-scale";
import type { TaskLedger, YearLedger } from "../../model/ledger.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import type { TaskState } from "../../model/tracking.js";
import { html, type Markup } from "./html-template.js";
import { svgLength } from "./svg-length.js";

const WIDTH = 120;
const HEIGHT = 8;
/** States from left to right; `silent` are tasks that nobody has reported on. */
const ORDER: (TaskState | "silent")[] = ["done", "open", "failed", "changed", "silent"];

/** The states of a year's tasks as a bar and in words: 已完成 3、进行中 1. */
export function taskBar({ tasks }: YearLedger, { filings }: LedgerPresentation): Markup {
  if (tasks.length === 0) return html`-`;
  const x = scaleLinear([0, tasks.length], [0, WIDTH]);
  const role = tasks.some(({ final }) => final) ? "final" : "interim";
  const states = tasks.map((task) => latestState(task, role));
  let before = 0;
  const segments = ORDER.flatMap((state) => {
    const own = states.filter((each) => each.state === state);
    const from = before;
    before += own.length;
    return own[0] ? [{ state, label: own[0].label, count: own.length, from }] : [];
  });
  const words = segments.map(({ label, count }) => `${label} ${count}`).join("、");
  return html`<svg class="tasks" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${segments.map(
    ({ state, count, from }) =>
      html`<rect class="${state}" x="${svgLength(x(from))}" y="0" width="${svgLength(x(count))}" height="${HEIGHT}"/>`,
  )}</svg><br>${words}${role === "interim" && states.some(({ state }) => state !== "silent") ? `(${filings.interim})` : ""}`;
}

function latestState(task: TaskLedger, role: "interim" | "final"): { state: TaskState | "silent"; label: string } {
  return task[role] ?? { state: "silent", label: "没有答复" };
}
