import { stringify } from "yaml";
import type { Data } from "../model/document.js";
import { type Field, isList, isYear } from "../model/field.js";
import { fieldHint } from "../model/field-hint.js";
import type { Form } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import { ANY_ENTRY, joinPointer, splitPointer, valueOfKey } from "../text/json-pointer.js";
import { shellQuote } from "../text/shell-quote.js";

/** What a document is to hold, and where it is written. */
export interface DocumentYamlOptions {
  /** Path of the schema for the editor, relative to the file. */
  schemaPath: string;
  /** Name of the file, for the commands in the comment at the top. */
  file: string;
  /** Values to fill in, with the keys of the form. */
  data?: { [key: string]: Data };
  /** Remarks to write above fields, by the pointer of the field. */
  remarks?: ReadonlyMap<Pointer, string>;
}

/** A YAML text, and for each of its lines the field that it belongs to. */
export interface DocumentYaml {
  text: string;
  /** By the number of the line, from 0; undefined for lines that belong to no field. */
  pointers: (Pointer | undefined)[];
}

interface Line {
  text: string;
  pointer?: Pointer;
}

/**
 * Writes a document to fill in, or one that is filled in. A comment on the line above each field gives its label, unit,
 * word limit and hint. Nothing stands to the right of a colon, or below a `|`, but values, because people type there.
 * @param kindName kind of the document, e.g. 推荐书
 * @throws {Error} when the form has no such kind of document
 */
export function documentYaml(
  form: Form,
  kindName: string,
  { schemaPath, file, data = {}, remarks = new Map() }: DocumentYamlOptions,
): DocumentYaml {
  const kind = form.documents[kindName];
  if (!kind) throw new Error(`${form.id} has no ${kindName}`);
  const [first, ...rest] = kind.root.children;
  const write = new Writer(remarks);
  const lines: Line[] = [
    ...[
      `# yaml-language-server: $schema=${schemaPath}`,
      `# ${kind.root.title}(${kind.source})`,
      "#",
      "# 填法:以“#”开头的行是说明,说的是它下面那一行怎样填。说明不印出来,不用删;不要把内容写在说明里。",
      "#   内容写在冒号的右边,冒号后面留一个空格。数字只写数字,单位看说明。",
      "#   不止一个单位、姓名时用顿号隔开:甲学院、乙学院;或另起几行,每行一个,以“- ”开头。",
      "#   冒号右边是“|”的写长文字:从下面空行的末尾写起,每行左边空同样多的格;换行就是换段。",
      `# 边填边检查:ptc validate ${shellQuote(file)} --draft;还差哪些:ptc status ${shellQuote(file)}`,
      "",
      `${first?.key}: ${first?.schema.const}`,
    ].map((text) => ({ text })),
    ...rest.flatMap((field) => [{ text: "" }, ...write.field(field, "", data[field.key], field.pointer)]),
    { text: "" },
  ];
  const single = lines.filter(({ text }, at) => text !== "" || lines[at - 1]?.text !== "");
  return { text: single.map(({ text }) => text).join("\n"), pointers: single.map(({ pointer }) => pointer) };
}

class Writer {
  private readonly remarks: ReadonlyMap<Pointer, string>;

  constructor(remarks: ReadonlyMap<Pointer, string>) {
    this.remarks = remarks;
  }

  /**
   * Writes a field with those below it: the hint, the key, and the value or room for it.
   * @param pointer of the field, with the numbers of entries
   */
  field(field: Field, indent: string, value: Data | undefined, pointer: Pointer): Line[] {
    if (field.schema.deprecated) return [];
    const remark = this.remarks.get(pointer);
    const above = [fieldHint(field), remark ?? ""]
      .filter((text) => text !== "")
      .map((text) => ({ text: `${indent}# ${text}`, pointer }));
    const key = `${indent}${isYear(field) ? field.key : stringify(field.key).trim()}:`;
    const own = (texts: string[]): Line[] => [...above, ...texts.map((text) => ({ text, pointer }))];
    const isBlank = value === undefined || value === null || value === "";
    // the spaces are there to type in: the text of a block must be indented
    if (field.wordLimit !== undefined)
      return own([`${key} |`, ...(isBlank ? [`${indent}  `] : blockLines(String(value), indent)), ""]);
    // Parts that are printed in one cell can be written on one line. The hint says how.
    const isOneLine = field.children.length === 0 || (field.schema.shorthand && field.schema.join !== undefined);
    if (isOneLine) return own(isBlank ? [`${key} `] : valueLines(key, indent, value));
    if (isList(field)) return [...own([key]), ...this.entries(field, indent, value, pointer)];
    if (typeof value === "string" || Array.isArray(value)) return own(valueLines(key, indent, value));
    const below = (child: Field) =>
      this.field(
        child,
        `${indent}  `,
        valueOfKey(value, child.key) as Data | undefined,
        joinPointer(pointer, child.key),
      );
    return [...own([key]), ...field.children.flatMap(below)];
  }

  /** Writes the entries of a list; one blank entry when there are none. */
  private entries(list: Field, indent: string, value: Data | undefined, pointer: Pointer): Line[] {
    const entries = Array.isArray(value) && value.length > 0 ? value : [undefined];
    return entries.flatMap((entry, number) => {
      const lines = list.children.flatMap((child) => {
        const step = Array.isArray(value) && value.length > 0 ? String(number) : ANY_ENTRY;
        const at = [...splitPointer(pointer), step, child.key].reduce((all, each) => joinPointer(all, each), "");
        return this.field(child, `${indent}    `, valueOfKey(entry, child.key) as Data | undefined, at);
      });
      const start = lines.findIndex(({ text }) => !text.trimStart().startsWith("#"));
      return lines.map((line, at) =>
        at === start ? { ...line, text: `${indent}  - ${line.text.slice(indent.length + 4)}` } : line,
      );
    });
  }
}

/** Writes a text as the lines of a block. */
function blockLines(text: string, indent: string): string[] {
  return text.split("\n").map((line) => (line.trim() === "" ? "" : `${indent}  ${line.trim()}`));
}

/** Writes a key with its value: a list of several names in lines of its own, everything else beside the key. */
function valueLines(key: string, indent: string, value: Data): string[] {
  const written = (each: Data) => stringify(each, { lineWidth: 0, collectionStyle: "flow" }).trim();
  if (Array.isArray(value) && value.length > 1) return [key, ...value.map((each) => `${indent}  - ${written(each)}`)];
  return [`${key} ${written(Array.isArray(value) ? (value[0] ?? "") : value)}`];
}
