import { scaleBand, scaleLinear } from "d3-scale";
import type { FigureSeries, YearValue } from "../../model/province.js";
import { formatNumber, formatWithUnit } from "../../text/format-values.js";
import { html, type Markup } from "./html.js";
import { round } from "./round.js";

/** Width of a chart, and where its bars begin and end: years stand to the left, values to the right. */
const WIDTH = 240;
const FROM = 32;
const TO = 184;
const BAR = 13;

/** Draws the bars of one figure, all on one scale from 0, so that they compare from row to row. */
export function barsOf({ years, unit, consortia }: FigureSeries): {
  /** The scale's ticks, to stand above the bars. */
  axis: Markup;
  bars: (values: YearValue[]) => Markup;
} {
  const most = Math.max(1, ...consortia.flatMap(({ values }) => values.map(({ value }) => value)));
  const x = scaleLinear([0, most], [FROM, TO]).nice(3);
  const height = years.length * BAR;
  const y = scaleBand(years, [0, height]).paddingInner(0.25).paddingOuter(0.1);
  const ticks = x.ticks(3);
  const middle = (year: number) => round((y(year) ?? 0) + y.bandwidth() / 2 + 3.5);
  return {
    axis: html`<svg class="chart" viewBox="0 0 ${WIDTH} 12" aria-hidden="true">${ticks.map((tick) => html`<text class="tick" x="${round(x(tick))}" y="10">${formatNumber(tick)}</text>`)}</svg>`,
    bars: (
      values,
    ) => html`<svg class="chart" viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-label="${inWords(values, unit)}">
${ticks.map((tick) => html`<line class="grid" x1="${round(x(tick))}" x2="${round(x(tick))}" y1="0" y2="${round(height)}"/>`)}
${years.map((year) => html`<text class="year" x="0" y="${middle(year)}">${year}</text>`)}
${values.map(
  ({ year, value, provisional }) =>
    html`<rect class="${provisional ? "bar provisional" : "bar"}" x="${FROM}" y="${round(y(year) ?? 0)}" width="${round(Math.max(0, x(value) - FROM))}" height="${round(y.bandwidth())}"/><text class="value" x="${round(Math.max(FROM, x(value)) + 4)}" y="${middle(year)}">${formatNumber(value)}${provisional ? " 暂" : ""}</text>`,
)}</svg>`,
  };
}

function inWords(values: YearValue[], unit: string | undefined): string {
  return values
    .map(({ year, value, provisional }) => `${year} 年 ${formatWithUnit(value, unit)}${provisional ? "(暂定)" : ""}`)
    .join(",");
}
