import type { FormDocument } from "../model/document.js";
import type { Form, Parks, Pointer } from "../model/form.js";
import { fold } from "../text/fold.js";
import { namesAt } from "./values.js";

/** A park as a document names it, with the keys under which it is the same park as another. */
export interface NamedPark {
  document: FormDocument;
  pointer: Pointer;
  name: string;
  keys: string[];
}

/** The parks a document names. */
export function parksOf(document: FormDocument, pointer: Pointer, keys: (name: string) => string[]): NamedPark[] {
  return namesAt(document, pointer).map((named) => ({ document, ...named, keys: keys(named.name) }));
}

/**
 * Makes the function that gives a park name its keys: its spelling brought to one form, the name in
 * brackets behind it, and its aliases. Two names with a key in common are the same park.
 */
export function parkKeys(form: Form): (name: string) => string[] {
  const { parks, industries } = form.registers;
  const cities = (industries?.cities ?? []).map((city) => fold(city.name));
  const known = Object.entries(parks?.aliases ?? {}).map(([printed, aliases]) =>
    [printed, ...aliases].flatMap((name) => spellings(name, cities, parks)),
  );
  const cache = new Map<string, string[]>();
  return (name) => {
    const cached = cache.get(name);
    if (cached) return cached;
    const own = spellings(name, cities, parks);
    const keys = [...new Set([...own, ...known.filter((group) => group.some((key) => own.includes(key))).flat()])];
    cache.set(name, keys);
    return keys;
  };
}

/** Every beginning of a key, shortest first: an area inside a park carries the park's name and goes on. */
export function beginnings(key: string): string[] {
  return Array.from({ length: Math.max(0, key.length - 1) }, (_, index) => key.slice(0, index + 1));
}

/** What a name in brackets must end in to be another name of the park rather than its district. */
const PARK = /(?:园区?|片区|开发区|新区|高新区|经开区|综保区|保税区|港区?)$/u;

function spellings(name: string, cities: string[], parks?: Parks): string[] {
  const folded = fold(name);
  const bracket = /^([^(]+)\((.+)\)$/u.exec(folded);
  const [main = folded, inner = ""] = bracket?.slice(1) ?? [];
  return [main, ...(PARK.test(inner) ? [inner] : [])].map((part) => {
    let key = part;
    for (const city of cities) key = key.replace(city, city.replace(/市$/u, ""));
    for (const word of parks?.drop ?? []) key = key.replaceAll(word, "");
    for (const [short = "", ...long] of parks?.spellings ?? []) {
      for (const each of [...long].sort((a, b) => b.length - a.length)) key = key.replace(each, short);
    }
    return key;
  });
}
