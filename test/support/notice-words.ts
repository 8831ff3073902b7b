import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { GENERAL_TERMS } from "../../src/model/terms.js";
import { root } from "./check.js";

const schemas = path.join(root, "schemas");

/**
 * Words that belong to the package's forms: labels and keys of fields, names of kinds, of cities and of parks, texts of
 * layouts, fonts, what things are called. Short labels such as 年度 are everybody's words and are left out.
 */
export function noticeWords(): string[] {
  const words = new Set<string>();
  const add = (text: string, least: number) => {
    if (/[\u4e00-\u9fff]/u.test(text) && text.length >= least) words.add(text);
  };
  for (const form of readdirSync(schemas, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    words.add(form.name);
    const read = (file: string) => readFileSync(path.join(schemas, form.name, file), "utf8");
    for (const file of readdirSync(path.join(schemas, form.name))) {
      // what it says of rules is whole sentences, which are nowhere else
      if (file === "descriptions.yaml") continue;
      if (file.endsWith(".json")) for (const text of labelsIn(JSON.parse(read(file)))) add(text, 3);
      else for (const text of textsIn(parse(read(file), { merge: true }))) add(text, 3);
    }
    const { documents, terms, years, registers, tracking } = parse(read("form.yaml"), { merge: true });
    const part = (file: string | undefined) => (file === undefined ? undefined : parse(read(file)));
    const { cities, marks } = part(registers?.industries) ?? {};
    const { interim, final } = part(tracking)?.filings ?? {};
    const labels = [interim?.label, final?.label];
    const general = new Set(Object.values(GENERAL_TERMS));
    const short = [...Object.keys(documents), ...textsIn({ terms, years, marks, cities, labels })];
    for (const text of short.filter((each) => !general.has(each))) add(text, 2);
  }
  for (const font of Object.keys(JSON.parse(readFileSync(path.join(schemas, "typefaces.json"), "utf8")))) add(font, 2);
  return [...words];
}

/** Places in a notice: 附件1, 说明二. */
export const PLACE_IN_NOTICE = /附件 ?\d|说明[一二三四五六七]|第[一二三四五六七八九十\d]+条/u;

/** Titles of fields, and their keys. */
function labelsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === "title" && typeof value === "string" ? [value] : []),
    ...(key === "properties" ? Object.keys(value) : []),
    ...labelsIn(value),
  ]);
}

/** All texts in data, keys and values. */
function textsIn(data: unknown): string[] {
  if (typeof data === "string") return [data];
  return typeof data === "object" && data !== null ? Object.entries(data).flat().flatMap(textsIn) : [];
}
