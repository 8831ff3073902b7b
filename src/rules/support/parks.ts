import type { FormDocument } from "../../model/document.js";
import { namesAt, textAt } from "../../model/document-values.js";
import type { Form } from "../../model/form.js";
import type { Pointer } from "../../model/json-schema.js";
import type { Roster } from "../../model/registers.js";
import { fold } from "../../text/fold.js";

type Consortium = Roster["consortia"][number];

/** A park as a document names it, with the keys under which it is the same park as another. */
export interface NamedPark {
  document: FormDocument;
  pointer: Pointer;
  name: string;
  keys: string[];
}

/** Gives a park name its keys. @param city the city it is named in, for names that leave it out */
export type ParkKeys = (name: string, city: string | undefined) => string[];

/** The parks a document names. */
export function parksOf(document: FormDocument, at: { parks: Pointer; city: Pointer }, keys: ParkKeys): NamedPark[] {
  const city = textAt(document, at.city);
  return namesAt(document, at.parks).map((named) => ({ document, ...named, keys: keys(named.name, city) }));
}

/** The parks a park may lie in: every beginning of its keys that is a park's name. */
export function enclosingParks(area: NamedPark, { registers: { parks } }: Form): string[] {
  const ends = (parks?.endings ?? []).map(fold);
  return area.keys.flatMap((key) =>
    Array.from({ length: key.length - 1 }, (_, index) => key.slice(0, index + 1)).filter((part) =>
      ends.some((end) => part.endsWith(end)),
    ),
  );
}

/** Makes the function that finds the published consortium that a park has; of several the first in the list. */
export function publishedPark(form: Form): (park: NamedPark) => Consortium | undefined {
  const known = published.get(form) ?? new Map<string, Consortium>();
  if (!published.has(form)) {
    published.set(form, known);
    const keys = parkKeys(form);
    for (const consortium of form.registers.roster?.consortia ?? [])
      for (const key of consortium.parks.flatMap((park) => keys(park, consortium.inferredCity)))
        if (!known.has(key)) known.set(key, consortium);
  }
  return (park) => {
    const found = park.keys.flatMap((key) => known.get(key) ?? []);
    return found.sort((a, b) => a.no - b.no)[0];
  };
}

const published = new WeakMap<Form, Map<string, Consortium>>();

/**
 * Makes the function that brings park names to one spelling and adds their aliases. Two names with a
 * key in common are the same park.
 */
export function parkKeys(form: Form): ParkKeys {
  const known = made.get(form) ?? makeParkKeys(form);
  made.set(form, known);
  return known;
}

const made = new WeakMap<Form, ParkKeys>();

function makeParkKeys({ registers: { parks, industries } }: Form): ParkKeys {
  const cities = (industries?.cities ?? []).map(({ name, printed }) => ({ name: fold(name), short: fold(printed) }));
  const drop = (parks?.drop ?? []).map(fold);
  const endings = (parks?.endings ?? []).map(fold);
  const synonyms = (parks?.synonyms ?? [])
    .map((row) => row.map(fold))
    .map(([first = "", ...others]) => ({ first, others }));
  const withoutSynonyms = (name: string) =>
    synonyms.reduce(
      (known, { first, others }) => others.reduce((all, other) => all.replaceAll(other, first), known),
      name,
    );
  const spellings = (parks?.spellings ?? []).map((row) => {
    const [short = "", ...long] = row.map(fold).map(withoutSynonyms);
    return { short, long: long.sort((a, b) => b.length - a.length) };
  });
  const spell = (name: string, city: string | undefined): string => {
    let key = withoutSynonyms(fold(name)).replace(/[()[\]{}【】〔〕]/gu, "");
    for (const each of cities) key = key.replace(each.name, each.short);
    for (const word of drop) key = key.replaceAll(word, "");
    for (const { short, long } of spellings) for (const each of long) key = key.replace(each, short);
    const home = cities.find(({ name: full }) => full === fold(city ?? ""))?.short;
    return home && !cities.some(({ short }) => key.includes(short)) ? home + key : key;
  };
  /** A name in brackets is another name of the park when it is one of a city's; else it is part of the name. */
  const names = (name: string, city: string | undefined): string[] => {
    const [, main = "", other = ""] = /^([^(]+)\((.+)\)$/u.exec(fold(name)) ?? [];
    const whole = cities.some(({ short }) => other.startsWith(short)) && endings.some((end) => other.endsWith(end));
    return whole ? [spell(main, city), spell(other, city)] : [spell(name, city)];
  };
  const aliases = Object.entries(parks?.aliases ?? {}).map((group) =>
    group.flat().map((each) => spell(each, undefined)),
  );
  const cache = new Map<string, string[]>();
  return (name, city) => {
    const place = `${city}#${name}`;
    const cached = cache.get(place);
    if (cached) return cached;
    const own = names(name, city);
    const keys = [...new Set([...own, ...aliases.filter((group) => group.some((key) => own.includes(key))).flat()])];
    cache.set(place, keys);
    return keys;
  };
}
