import { strFromU8, unzipSync } from "fflate";
import { find, type Node, parseXml } from "./xml.js";

// Reads a Word file the way its format says, independently of the code that writes it.

export interface WordCell {
  text: string;
  columns: number;
  /** Continues the cell above. */
  continued: boolean;
}

export interface WordDocument {
  /** Text of the body outside tables, a line each paragraph. */
  lines: string[];
  /** Tables of the body: rows of cells; text of nested tables is part of the cell's. */
  tables: WordCell[][][];
  /** Rows of the tables below a heading, up to the next heading. */
  under(heading: string): WordCell[][];
  part(name: string): string;
}

/** Opens the bytes of a .docx. */
export function readWord(bytes: Uint8Array): WordDocument {
  const parts = unzipSync(bytes);
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const body = find(parseXml(part("word/document.xml")), "w:body")[0] as Node;
  return {
    lines: body.children.filter(({ name }) => name === "w:p").map(textOf),
    tables: body.children.filter(({ name }) => name === "w:tbl").map((table) => rows(table)),
    under(heading) {
      const start = body.children.findIndex((node) => node.name === "w:p" && textOf(node) === heading);
      if (start < 0) throw new Error(`no heading ${heading}`);
      const rest = body.children.slice(start + 1);
      const end = rest.findIndex((node) => node.name === "w:p" && textOf(node) !== "");
      return rest.slice(0, end < 0 ? undefined : end).flatMap((node) => (node.name === "w:tbl" ? rows(node) : []));
    },
    part,
  };
}

/** The cells of a row that begin in it, as text. */
export function texts(row: WordCell[] | undefined): string[] {
  return (row ?? []).filter(({ continued }) => !continued).map(({ text }) => text);
}

function rows(table: Node): WordCell[][] {
  return table.children
    .filter(({ name }) => name === "w:tr")
    .map((row) =>
      row.children
        .filter(({ name }) => name === "w:tc")
        .map((cell) => {
          const merge = find(cell.children[0] as Node, "w:vMerge")[0];
          return {
            text: cell.children
              .filter(({ name }) => name !== "w:tcPr")
              .map(textOf)
              .join("\n"),
            columns: Number(find(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1),
            continued: merge !== undefined && merge.attributes["w:val"] !== "restart",
          };
        }),
    );
}

function textOf(node: Node): string {
  if (node.name === "w:t") return node.text;
  if (node.name === "w:br") return "\n";
  if (node.name === "w:tbl")
    return rows(node)
      .map((row) => row.map(({ text }) => text).join("\t"))
      .join("\n");
  return node.children.map(textOf).join("");
}
