import type { OverwriteConflict, TextChange } from "../../model/overwrite-conflict.js";
import { clipToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** Changes shown; a file that was typed anew has hundreds. */
const MAX_CHANGES = 5;
/** Characters shown of the beginning that two texts have in common. */
const CONTEXT = 10;

/**
 * Says why a file was not written over, and what in it would be lost.
 * @param file as messages name it
 * @param width columns of the terminal
 */
export function overwriteConflictText(file: string, conflict: OverwriteConflict, width: number): string {
  const name = showControlCharacters(file);
  if (conflict.kind === "foreign") return `没有覆盖 ${name}:它不是 ptc 生成的\n`;
  if (conflict.kind === "resaved")
    return `没有覆盖 ${name}:生成以后有人存过它${conflict.sameText ? ";正文文字没有变,可能加了批注,或改了页眉、字体、版式" : ",可能加了签章、批注"}\n`;
  const { changes, sameData } = conflict;
  const rest = changes.length - MAX_CHANGES;
  return [
    `没有覆盖 ${name}:生成以后有人改动过${sameData ? "" : ",YAML 也改过;下面是两边不同的地方"}`,
    ...changes.slice(0, MAX_CHANGES).flatMap((change) => changeLines(change, Math.max(20, width - 12))),
    ...(rest > 0 ? [`  还有 ${rest} 处`] : []),
    "",
  ].join("\n");
}

function changeLines({ after, ours, theirs }: TextChange, width: number): string[] {
  const [existing, fresh] = [showControlCharacters(theirs.join(" ")), showControlCharacters(ours.join(" "))];
  let same = 0;
  while (same < existing.length && existing[same] === fresh[same]) same += 1;
  const fromDifference = (text: string) => (same > 2 * CONTEXT ? `…${text.slice(same - CONTEXT)}` : text);
  return [
    `  ${after === "" ? "开头" : `在“${clipToWidth(showControlCharacters(after), 40)}”之后`}`,
    `    文件里  ${clipToWidth(fromDifference(existing) || "(没有)", width)}`,
    `    将写成  ${clipToWidth(fromDifference(fresh) || "(没有)", width)}`,
  ];
}
