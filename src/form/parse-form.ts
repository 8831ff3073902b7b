import path from "node:path";
import { parse } from "yaml";
import formSchema from "../../schemas/form.schema.json" with { type: "json" };
import { readBounded } from "../io/files/read-bounded.js";
import type { FormData } from "../io/forms/load-form.js";
import { FormError } from "../model/errors.js";
import { type Field, fieldAt, fieldTree, isList, isYear } from "../model/field.js";
import type { DocumentKind, Indicators, JsonSchema, SchemaCheck } from "../model/form.js";
import { type Layout, layoutLines } from "../model/layout.js";
import { findInvalidPointer, type Tracking } from "../model/tracking.js";
import { ANY_ENTRY } from "../text/json-pointer.js";
import { compileCheck, createAjv } from "./ajv.js";
import { resolveLayouts } from "./resolve-layouts.js";
import { resolveSchemas } from "./resolve-schemas.js";

/**
 * Reads a form from its folder and checks everything in it: each file against `form.schema.json`, each
 * document schema against the vocabulary, each pointer against the fields there are.
 * @throws {FormError} naming the file and what is wrong with it
 */
export async function parseForm(folder: string): Promise<{ data: FormData; checks: Record<string, SchemaCheck> }> {
  const ajv = createAjv({ strict: false });
  ajv.addSchema(formSchema);
  const read = async <T>(file: string | undefined, part?: string): Promise<T | undefined> => {
    if (file === undefined) return undefined;
    const place = path.join(folder, file);
    const text = readText(place);
    const data = parsed(text, place);
    if (part !== undefined) {
      const check = ajv.getSchema(part ? `ptc:form#/$defs/${part}` : "ptc:form");
      if (!check?.(data)) throw new FormError(`${place}:${ajv.errorsText(check?.errors, { dataVar: "" })}`);
    }
    return data as T;
  };

  const manifest = (await read<Manifest>("form.yaml", "")) as Manifest;
  if (manifest.id !== path.basename(folder))
    throw new FormError(`${folder}/form.yaml:id 应当与文件夹同名,现在是 ${manifest.id}`);
  const registers: Record<string, unknown> = {};
  for (const [name, file] of Object.entries(manifest.registers ?? {})) registers[name] = await read(file, name);

  const written: Record<string, JsonSchema> = {};
  const laidOut: Record<string, Layout> = {};
  for (const [name, kind] of Object.entries(manifest.documents)) {
    const schema = (await read<JsonSchema>(kind.schema)) as JsonSchema;
    if (schema.$id !== `${manifest.id}/${name}`)
      throw new FormError(`${folder}/${kind.schema}:$id 应当是 ${manifest.id}/${name}`);
    written[name] = schema;
    const layout = await read<Layout>(kind.layout, "layout");
    if (layout) laidOut[name] = layout;
  }
  const schemas = resolveSchemas(written, (kind) => `${folder}/${manifest.documents[kind]?.schema}`);
  const layouts = resolveLayouts(laidOut, (kind) => `${folder}/${manifest.documents[kind]?.layout}`);

  const documents: FormData["documents"] = {};
  const checks: Record<string, SchemaCheck> = {};
  for (const [name, kind] of Object.entries(manifest.documents)) {
    const schema = schemas[name] as JsonSchema;
    checks[name] = compile(schema, `${folder}/${kind.schema}`);
    documents[name] = {
      ...kind,
      schema,
      layout: layouts[name],
      indicators: await read(kind.indicators, "indicators"),
      rules: kind.rules ?? {},
    };
    const root = fieldTree(schema);
    checkPointers({ ...kind, schema: "" }, root, `${folder}/form.yaml`);
    checkPointers(documents[name]?.layout, root, `${folder}/${kind.layout}`);
    checkCriteria(documents[name]?.indicators, `${folder}/${kind.indicators}`);
    checkPrinted(documents[name]?.layout, root, `${folder}/${kind.layout}`);
    checkPointers(documents[name]?.indicators, root, `${folder}/${kind.indicators}`);
  }
  const tracking = await read<Tracking>(manifest.tracking, "tracking");
  if (tracking) {
    const wrong = findInvalidPointer(tracking, (kind) => documents[kind] && fieldTree(documents[kind].schema));
    if (wrong) throw new FormError(`${folder}/${manifest.tracking}:没有“${wrong}”这个栏目`);
  }
  return { data: { ...manifest, registers, documents, ...(tracking && { tracking }) } as FormData, checks };
}

interface Manifest extends Omit<FormData, "registers" | "documents" | "tracking"> {
  registers?: Record<string, string>;
  tracking?: string;
  documents: Record<
    string,
    Omit<DocumentKind, "schema" | "layout" | "indicators" | "check" | "root"> &
      Record<"schema" | "layout" | "indicators", string>
  >;
}

/** Registers are the longest: some hundreds of kilobytes. */
const LARGEST = 8 * 1024 * 1024;

function readText(place: string): string {
  let bytes: Uint8Array | undefined;
  try {
    bytes = readBounded(place, LARGEST);
  } catch {
    throw new FormError(`${place}:读不到这个文件`);
  }
  if (!bytes) throw new FormError(`${place}:不是普通文件,或超过 8 MB`);
  return new TextDecoder().decode(bytes);
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

/** A misspelt keyword would make a criterion check nothing. */
function checkCriteria(indicators: Indicators | undefined, place: string): void {
  const ajv = createAjv({ strictTypes: false });
  for (const { id, criteria } of indicators?.groups.flatMap(({ points }) => points) ?? []) {
    for (const { schema } of criteria) {
      try {
        if (schema) ajv.compile(schema);
      } catch (error) {
        throw new FormError(`${place}:观测点 ${id}:${(error as Error).message}`);
      }
    }
  }
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
      if (schema.unprinted || schema.join !== undefined || children.every((child) => isYear(child.key))) return;
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
