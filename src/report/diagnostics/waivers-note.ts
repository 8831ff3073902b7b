import type { Report } from "../../model/report.js";
import { showControlCharacters } from "../../text/printable.js";

/** Says which file of waivers was applied and what it has waived; undefined when there is none. */
export function waiversNote({ waivers, waived = 0 }: Pick<Report, "waivers" | "waived">): string | undefined {
  if (waivers === undefined) return undefined;
  const file = showControlCharacters(waivers);
  return waived > 0 ? `另有 ${waived} 个问题已豁免(${file})` : `有豁免文件 ${file},没有豁免什么问题`;
}
