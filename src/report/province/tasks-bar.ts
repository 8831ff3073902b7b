import { scaleLinear } from "d3-scale";
import type { TaskLedger, YearLedger } from "../../model/ledger.js";
import type { LedgerPresentation } from "../../model/presentation.js";
import type { TaskState } from "../../model/tracking.js";
import { html, type Markup } from "./html.js";
import { round } from "./round.js";

const WIDTH = 120;
const HEIGHT = 8;
const ORDER: (TaskState | "silent")[] = ["done", "open", "failed", "changed", "silent"];

/** How far a year's tasks have come, as a bar and in words: 已完成 3、进行中 1. */
export function tasksBar({ tasks }: YearLedger, { filings }: LedgerPresentation): Markup {
  if (tasks.length === 0) return html`-`;
  const x = scaleLinear([0, tasks.length], [0, WIDTH]);
  const answered = tasks.some(({ final }) => final) ? "final" : "interim";
  const said = tasks.map((task) => latest(task, answered));
  let before = 0;
  const segments = ORDER.flatMap((state) => {
    const own = said.filter((each) => each.state === state);
    const from = before;
    before += own.length;
    return own[0] ? [{ state, label: own[0].label, count: own.length, from }] : [];
  });
  const words = segments.map(({ label, count }) => `${label} ${count}`).join("、");
  return html`<svg class="tasks" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${segments.map(
    ({ state, count, from }) =>
      html`<rect class="${state}" x="${round(x(from))}" y="0" width="${round(x(count))}" height="${HEIGHT}"/>`,
  )}</svg><br>${words}${answered === "interim" && said.some(({ state }) => state !== "silent") ? `(${filings.interim})` : ""}`;
}

function latest(task: TaskLedger, answered: "interim" | "final"): { state: TaskState | "silent"; label: string } {
  return task[answered] ?? { state: "silent", label: "没有答复" };
}
