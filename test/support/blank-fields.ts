import { blankYaml, type Form } from "../../src/index.js";
import { type Field, isList } from "../../src/model/field.js";
import { allFieldHints, fieldHint } from "../../src/model/field-hint.js";
import { readYaml } from "./read-yaml.js";

/** A field of a blank document that is to be filled in, with its line. */
export interface BlankField {
  field: Field;
  /** Number of the line of its key, from 0. */
  line: number;
  /** The key with what stands before it, up to the colon. */
  head: string;
  indent: number;
  hint: string;
  isText: boolean;
  /** Something that fits. */
  answer: string;
}

/** The lines of a blank document as `ptc init` writes it. */
export function blankLines(form: Form, kind: string): string[] {
  return blankYaml(form, kind, "x", "a.yaml").split("\n");
}

/** The same as it was written at first, with each hint beside its key. */
export function formerBlankLines(form: Form, kind: string): string[] {
  const lines = blankLines(form, kind);
  for (const { line, field } of [...blankFields(form, kind, true)].reverse()) {
    const hint = allFieldHints(field).at(-1);
    if (hint === undefined) continue;
    lines[line] = `${lines[line]?.trimEnd()} # ${hint}`;
    lines.splice(line - 1, 1);
  }
  return lines;
}

/** The fields of a blank document in the order of its lines. @param groups also those that only hold others */
export function blankFields(form: Form, kind: string, groups = false): BlankField[] {
  const root = form.documents[kind]?.root as Field;
  const lines = blankLines(form, kind);
  const source = readYaml("a.yaml", lines.join("\n")).source;
  const walk = (field: Field): Field[] => [field, ...field.children.flatMap(walk)];
  return root.children
    .flatMap(walk)
    .filter(
      ({ schema, parent, key }) =>
        !schema.deprecated && !(parent?.schema.join !== undefined && parent.schema.shorthand) && key !== "表单",
    )
    .filter(
      (field) => groups || field.children.length === 0 || (field.schema.join !== undefined && field.schema.shorthand),
    )
    .map((field) => {
      const line = (source?.locate(field.pointer.replaceAll("*", "0"), "key").start.line ?? 0) - 1;
      const text = lines[line] ?? "";
      const head = text.slice(0, text.lastIndexOf(":") + 1);
      const indent = head.search(/[^\s-]/u);
      return {
        field,
        line,
        head,
        indent,
        hint: fieldHint(field),
        isText: field.wordLimit !== undefined,
        answer: answerOf(field),
      };
    });
}

function answerOf(field: Field): string {
  const { schema, entity, key } = field;
  const types = [schema.type ?? []].flat();
  if (entity === "phone") return "0731-55500001";
  if (schema.enum) return String(schema.enum[0]);
  if (schema.items?.enum) return String(schema.items.enum[0]);
  if (schema.format === "date") return "2025-06-18";
  if (schema.print === "date" || schema.pattern?.startsWith("^\\d{4}-")) return "2025-06";
  if (types.includes("boolean")) return "true";
  if (key === "年度") return "2025";
  if (types.includes("integer") || types.includes("number")) return "12";
  if (entity === "person") return "林知远";
  if (entity === "organisation" || entity === "park" || entity === "consortium") return "岳阳湘北湾港口";
  if (isList(field) || schema.patternProperties) return '{"1.2": [{名称: 园区考核办法, 页码: 3}]}';
  return field.wordLimit === undefined ? "港湾实践中心投入使用" : "一、港湾的做法，建成三个平台。";
}
