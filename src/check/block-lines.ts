import type { Source } from "../model/document.js";
import type { Pointer } from "../model/json-schema.js";

/** A line of a text below “键: |”, without its indentation. */
export interface BlockLine {
  text: string;
  /** Offset in the file at which `text` begins. */
  start: number;
}

/** The lines of a text below “键: |”, with the indentation of the text. */
export interface BlockText {
  lines: BlockLine[];
  indent: string;
  /** The line break of the file. */
  lineBreak: string;
}

/** Finds the lines of a text in the file. @returns undefined for a text that does not stand below “键: |” */
export function blockText(source: Source, pointer: Pointer): BlockText | undefined {
  const { start, end } = source.locate(pointer);
  const raw = source.text.slice(start.offset, end.offset);
  if (!/^\|[-+]?[ \t]*(?:#[^\n]*)?\r?\n/u.test(raw)) return undefined;
  const [, ...typed] = raw.split("\n");
  const first = typed.find((line) => line.trim() !== "") ?? "";
  const indent = /^ */u.exec(first)?.[0] ?? "";
  let offset = start.offset + raw.indexOf("\n") + 1;
  const lines = typed.map((line) => {
    const cut = Math.min(indent.length, /^ */u.exec(line)?.[0].length ?? 0);
    const found = { text: line.slice(cut).replace(/\r$/u, ""), start: offset + cut };
    offset += line.length + 1;
    return found;
  });
  return { lines, indent, lineBreak: raw.includes("\r\n") ? "\r\n" : "\n" };
}
