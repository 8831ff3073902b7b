import { scaleBand, scaleLinear } from "d3-scale";
import type { FigureSeries, YearValue } from "../../model/province.js";
import { formatNumber, formatWithUnit } from "../../text/format-values.js";
import { html, type Markup } from "./html-template.js";
import { svgLength } from "./svg-length.js";

/** Width of a chart, and where its bars begin and end, in pixels: years stand to the left, values to the right. */
const WIDTH = 240;
const FROM = 32;
const TO = 184;
/** Height of a year's row. */
const ROW_HEIGHT = 13;

/** The bar charts of one figure. All have the same scale from 0, so that they can be compared from row to row. */
export function barCharts({ years, unit, consortia }: FigureSeries): {
  /** The ticks of the scale, to stand above the charts. */
  axis: Markup;
  /** The chart of one consortium. */
  chart: (values: YearValue[]) => Markup;
} {
  const most = Math.max(1, ...consortia.flatMap(({ values }) => values.map(({ value }) => value)));
  const x = scaleLinear([0, most], [FROM, TO]).nice(3);
  const height = years.length * ROW_HEIGHT;
  const y = scaleBand(years, [0, height]).paddingInner(0.25).paddingOuter(0.1);
  const ticks = x.ticks(3);
  const baseline = (year: number) => svgLength((y(year) ?? 0) + y.bandwidth() / 2 + 3.5);
  return {
    axis: html`<svg class="chart" viewBox="0 0 ${WIDTH} 12" aria-hidden="true">${ticks.map((tick) => html`<text class="tick" x="${svgLength(x(tick))}" y="10">${formatNumber(tick)}</text>`)}</svg>`,
    chart: (
      values,
    ) => html`<svg class="chart" viewBox="0 0 ${WIDTH} ${svgLength(height)}" role="img" aria-label="${spokenValues(values, unit)}">
${ticks.map((tick) => html`<line class="grid" x1="${svgLength(x(tick))}" x2="${svgLength(x(tick))}" y1="0" y2="${svgLength(height)}"/>`)}
${years.map((year) => html`<text class="year" x="0" y="${baseline(year)}">${year}</text>`)}
${values.map(
  ({ year, value, provisional }) =>
    html`<rect class="${provisional ? "bar provisional" : "bar"}" x="${FROM}" y="${svgLength(y(year) ?? 0)}" width="${svgLength(Math.max(0, x(value) - FROM))}" height="${svgLength(y.bandwidth())}"/><text class="value" x="${svgLength(Math.max(FROM, x(value)) + 4)}" y="${baseline(year)}">${formatWithUnit(value)}${provisional ? " 暂" : ""}</text>`,
)}</svg>`,
  };
}

/** The values for screen readers. */
function spokenValues(values: YearValue[], unit: string | undefined): string {
  return values
    .map(({ year, value, provisional }) => `${year} 年 ${formatWithUnit(value, unit)}${provisional ? "(暂定)" : ""}`)
    .join(",");
}
