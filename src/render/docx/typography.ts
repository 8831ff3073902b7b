// 说明四、五: 仿宋_GB2312, 小四, exactly 16 pt, A4 both sides, bound on the left. Titles follow the custom
// of official documents: 方正小标宋 for the title, 黑体 for headings.
export const BODY_FONT = "仿宋_GB2312";
export const TITLE_FONT = "方正小标宋简体";
export const HEADING_FONT = "黑体";

/** Sizes in half points: 小四, 小五, 四号, 三号, 二号. */
export const SIZE = { body: 24, note: 18, heading: 28, mark: 32, title: 44 };

/** Millimetres in twentieths of a point. */
export const mm = (value: number) => Math.round((value * 1440) / 25.4);

export const PAGE = { width: mm(210), height: mm(297) };
export const MARGIN = {
  top: mm(26),
  bottom: mm(24),
  left: mm(24),
  right: mm(22),
  gutter: mm(6),
  header: mm(15),
  footer: mm(15),
};

/** Width of the text in millimetres: what the columns of a layout add up to. */
export const TEXT_WIDTH = 158;

/** A font for every script, told to treat shared marks such as “ ” as Chinese. */
export function fonts(name: string) {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}
