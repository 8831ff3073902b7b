import { parse } from "yaml";
import formSchema from "../../schemas/form.schema.json" with { type: "json" };
import type { OwnDescription } from "../model/description.js";
import { FormError } from "../model/errors.js";
import { type Field, fieldAt, fieldTree, isList, isYear, namesYear } from "../model/field.js";
import type { DocumentKind, FormData } from "../model/form.js";
import { criterionKey, type Indicators } from "../model/indicators.js";
import type { JsonSchema, SchemaCheck } from "../model/json-schema.js";
import { type Layout, layoutLines } from "../model/layout.js";
import type { Industries } from "../model/registers.js";
import { GENERAL_TERMS, type Terms } from "../model/terms.js";
import { findInvalidPointer, type Tracking } from "../model/tracking.js";
import type { Typography } from "../model/typography.js";
import { ANY_ENTRY } from "../text/json-pointer.js";
import { compileCheck, createAjv } from "./ajv.js";
import { resolveLayouts } from "./resolve-layouts.js";
import { resolveSchemas } from "./resolve-schemas.js";

/** The files of one form's folder. */
export interface FormFiles {
  /** Path of the folder, for messages. */
  folder: string;
  /** The folder's own name, which is the form's id. */
  id: string;
  /** The text of a file in it. @throws {FormError} when it cannot be read */
  read(file: string): string;
}

/** A form as data, and the checks of its kinds of documents, by the kind's name. */
export interface ParsedForm {
  data: FormData;
  checks: Record<string, KindChecks>;
}

/** The compiled schemas of a kind of document. */
export type KindChecks = Pick<DocumentKind, "check" | "criterionChecks">;

/**
 * Parses a form and checks everything in it: each file against `form.schema.json`, each document schema against the
 * vocabulary, each pointer against the fields there are.
 * @throws {FormError} naming the file and what is wrong with it
 */
export function parseForm(files: FormFiles): ParsedForm {
  const { folder, id } = files;
  const read = partReader(files);
  const manifest = read<Manifest>("form.yaml", "");
  if (manifest.id !== id) throw new FormError(`${folder}/form.yaml:id 应当与文件夹同名,现在是 ${manifest.id}`);
  const terms: Terms = { ...GENERAL_TERMS, ...manifest.terms };
  const registers = mapValues(manifest.registers ?? {}, (file, name) => read(file, name));
  checkMarks(registers.industries as Industries | undefined, `${folder}/${manifest.registers?.industries}`);
  const schemas = resolveSchemas(
    mapValues(manifest.documents, (kind, name) => documentSchema(files, `${manifest.id}/${name}`, kind.schema)),
    (kind) => `${folder}/${manifest.documents[kind]?.schema}`,
    manifest.years,
  );
  const withLayout = Object.entries(manifest.documents).filter(([, kind]) => kind.layout);
  const layouts = resolveLayouts(
    mapValues(Object.fromEntries(withLayout), (kind) => read<Layout>(kind.layout, "layout")),
    (kind) => `${folder}/${manifest.documents[kind]?.layout}`,
  );
  const checks: ParsedForm["checks"] = {};
  const documents = mapValues(manifest.documents, (kind, name): FormData["documents"][string] => {
    const schema = schemas[name] as JsonSchema;
    const layout = layouts[name];
    const indicators = kind.indicators === undefined ? undefined : read<Indicators>(kind.indicators, "indicators");
    const root = fieldTree(schema, manifest.years);
    checkPointers({ ...kind, schema: "" }, root, `${folder}/form.yaml`);
    checkPointers(layout, root, `${folder}/${kind.layout}`);
    checks[name] = {
      check: compile(schema, `${folder}/${kind.schema}`),
      criterionChecks: compileCriteria(indicators, terms, `${folder}/${kind.indicators}`),
    };
    checkPrinted(layout, root, `${folder}/${kind.layout}`);
    checkPointers(indicators, root, `${folder}/${kind.indicators}`);
    return { ...kind, schema, layout, indicators, rules: kind.rules ?? {} };
  });
  const tracking = manifest.tracking === undefined ? undefined : read<Tracking>(manifest.tracking, "tracking");
  const invalid = tracking && findInvalidPointer(tracking, (kind) => schemas[kind] && fieldTree(schemas[kind]));
  if (invalid) throw new FormError(`${folder}/${manifest.tracking}:没有“${invalid}”这个栏目`);
  for (const name of tracking ? [tracking.figures.previous, tracking.figures.current] : [])
    if (!namesYear(name, manifest.years ?? []))
      throw new FormError(`${folder}/${manifest.tracking}:“${name}”不在 form.yaml 的 years 里`);
  const typography =
    manifest.typography === undefined ? undefined : read<Typography>(manifest.typography, "typography");
  const descriptions =
    manifest.descriptions === undefined
      ? {}
      : read<Record<string, OwnDescription>>(manifest.descriptions, "descriptions");
  return {
    data: {
      ...manifest,
      terms,
      descriptions,
      registers,
      documents,
      ...(typography && { typography }),
      ...(tracking && { tracking }),
    } as FormData,
    checks,
  };
}

/** Makes the function that reads a file of the form and checks it against a part of `form.schema.json`. */
function partReader({ folder, read }: FormFiles): <T>(file: string, part: string) => T {
  const ajv = createAjv({ strict: false });
  ajv.addSchema(formSchema);
  return <T>(file: string, part: string) => {
    const place = `${folder}/${file}`;
    const data = parsed(read(file), place);
    const check = ajv.getSchema(part ? `ptc:form#/$defs/${part}` : "ptc:form");
    if (!check?.(data)) throw new FormError(`${place}:${ajv.errorsText(check?.errors, { dataVar: "" })}`);
    return data as T;
  };
}

function documentSchema({ folder, read }: FormFiles, id: string, file: string): JsonSchema {
  const schema = parsed(read(file), `${folder}/${file}`) as JsonSchema;
  if (schema.$id !== id) throw new FormError(`${folder}/${file}:$id 应当是 ${id}`);
  return schema;
}

function mapValues<In, Out>(record: Record<string, In>, make: (value: In, key: string) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

interface Manifest
  extends Omit<FormData, "terms" | "typography" | "descriptions" | "registers" | "documents" | "tracking"> {
  terms?: Partial<Terms>;
  typography?: string;
  descriptions?: string;
  registers?: Record<string, string>;
  tracking?: string;
  documents: Record<
    string,
    Omit<DocumentKind, "schema" | "layout" | "indicators" | "check" | "root"> &
      Record<"schema" | "layout" | "indicators", string>
  >;
}

function parsed(text: string, place: string): unknown {
  try {
    // kinds of documents have most of their rules in common: <<: takes them over
    return parse(text, { merge: true });
  } catch (error) {
    throw new FormError(`${place}:${(error as Error).message}`);
  }
}

function compile(schema: JsonSchema, place: string): SchemaCheck {
  try {
    return compileCheck(createAjv(), schema);
  } catch (error) {
    throw new FormError(`${place}:${(error as Error).message}`);
  }
}

/** Every pointer the form's files mention must name a field; a slip here would make a rule silently idle. */
function checkPointers(part: unknown, root: Field, place: string): void {
  const mentioned = JSON.stringify(part ?? "");
  for (const [quoted] of mentioned.matchAll(/"(?:[^"\\]|\\.)*"/gu)) {
    const text = JSON.parse(quoted);
    if (text.startsWith("/") && !pointsAt(root, text)) throw new FormError(`${place}:没有“${text}”这个栏目`);
  }
}

/** An industry with a mark that means nothing would count as one that no city has to serve. */
function checkMarks(industries: Industries | undefined, place: string): void {
  for (const { code, cities } of industries?.industries ?? [])
    for (const mark of Object.values(cities))
      if (!Object.hasOwn(industries?.marks ?? {}, mark))
        throw new FormError(`${place}:${code} 的“${mark}”不在 marks 里`);
}

/**
 * Compiles the schemas of criteria. The vocabulary is strict: a misspelt keyword would make a criterion check nothing.
 * @returns the checks by `criterionKey`
 */
function compileCriteria(
  indicators: Indicators | undefined,
  { point }: Terms,
  place: string,
): Record<string, SchemaCheck> {
  const ajv = createAjv({ strictTypes: false });
  const checks: Record<string, SchemaCheck> = {};
  for (const { id, criteria } of indicators?.groups.flatMap(({ points }) => points) ?? []) {
    for (const [index, { schema }] of criteria.entries()) {
      try {
        if (schema) checks[criterionKey(id, index)] = compileCheck(ajv, schema);
      } catch (error) {
        throw new FormError(`${place}:${point} ${id}:${(error as Error).message}`);
      }
    }
  }
  return checks;
}

/** Every field must have its place in print or say that it has none: what is filled in must not vanish. */
function checkPrinted(layout: Layout | undefined, root: Field, place: string): void {
  if (!layout) return;
  // a label is no place for a value
  const places = layoutLines(layout).flatMap(({ value, each }) => [value ?? [], each ?? []].flat());
  const named = (pointer: string) => places.includes(pointer);
  const walk = (field: Field): void => {
    const { schema, tally, parent, pointer, children } = field;
    if (schema.unprinted || named(pointer)) {
      // a group named as a whole prints its parts, joined or one by one
      if (schema.unprinted || schema.join !== undefined || children.every((child) => isYear(child))) return;
    }
    if (isList(field) && pointer.includes(`/${ANY_ENTRY}/`))
      throw new FormError(`${place}:“${pointer}”是名单里的名单,印不出来;不印的在 schema 里写 "unprinted": true`);
    if (children.length > 0) {
      for (const child of children) walk(child);
      return;
    }
    const counted =
      parent?.tally &&
      [parent.tally.with, parent.tally.count].includes(field.key) &&
      named(`${parent.pointer}/${parent.tally.as}`);
    if (!counted && !named(pointer) && !tally)
      throw new FormError(`${place}:栏目“${pointer}”没有位置;不印的在 schema 里写 "unprinted": true`);
  };
  walk(root);
}

function pointsAt(root: Field, pointer: string): boolean {
  if (fieldAt(root, pointer)) return true;
  const parent = fieldAt(root, pointer.slice(0, pointer.lastIndexOf("/")));
  return parent?.tally?.as === pointer.slice(pointer.lastIndexOf("/") + 1);
}
