import type { OverwriteConflict, TextChange } from "../../model/overwrite-conflict.js";
import { clipToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** Changes shown; a file that was typed anew has hundreds. */
const SHOWN = 5;
/** Characters shown of what two texts have in common before they part. */
const COMMON = 10;

/**
 * Why a file was not written over, and what is in it that would be lost.
 * @param file as messages name it
 * @param width columns to keep to
 */
export function overwriteConflictText(file: string, obstacle: OverwriteConflict, width: number): string {
  if (obstacle.kind === "foreign") return `没有覆盖 ${showControlCharacters(file)}:它不是 ptc 生成的\n`;
  if (obstacle.kind === "resaved")
    return `没有覆盖 ${showControlCharacters(file)}:生成以后有人存过它${obstacle.sameText ? ";正文文字没有变,可能加了批注,或改了页眉、字体、版式" : ",可能加了签章、批注"}\n`;
  const { changes, sameData } = obstacle;
  const rest = changes.length - SHOWN;
  return [
    `没有覆盖 ${showControlCharacters(file)}:生成以后有人改动过${sameData ? "" : ",YAML 也改过;下面是两边不同的地方"}`,
    ...changes.slice(0, SHOWN).flatMap((change) => changeLines(change, Math.max(20, width - 12))),
    ...(rest > 0 ? [`  还有 ${rest} 处`] : []),
    "",
  ].join("\n");
}

function changeLines({ after, ours, theirs }: TextChange, width: number): string[] {
  const [there, fresh] = [showControlCharacters(theirs.join(" ")), showControlCharacters(ours.join(" "))];
  let same = 0;
  while (same < there.length && there[same] === fresh[same]) same += 1;
  const parting = (text: string) => (same > 2 * COMMON ? `…${text.slice(same - COMMON)}` : text);
  return [
    `  ${after === "" ? "开头" : `在“${clipToWidth(showControlCharacters(after), 40)}”之后`}`,
    `    文件里  ${clipToWidth(parting(there) || "(没有)", width)}`,
    `    将写成  ${clipToWidth(parting(fresh) || "(没有)", width)}`,
  ];
}
