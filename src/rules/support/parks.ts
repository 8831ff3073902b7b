import type { FormDocument } from "../../model/document.js";
import { namesAt, textAt } from "../../model/document-values.js";
import type { Form } from "../../model/form.js";
import type { Pointer } from "../../model/json-schema.js";
import type { Roster } from "../../model/registers.js";
import { fold } from "../../text/fold.js";

type Consortium = Roster["consortia"][number];

/** A park as a document names it. Two parks are the same when they share a key. */
export interface NamedPark {
  document: FormDocument;
  pointer: Pointer;
  name: string;
  keys: string[];
}

/**
 * Returns the keys of a park name.
 * @param city the city that the document names; it completes park names that leave the city out
 */
export type ParkKeys = (name: string, city: string | undefined) => string[];

/**
 * Lists the parks that a document names, each with its keys.
 * @param at the fields with the parks and the city
 */
export function parksOf(document: FormDocument, at: { parks: Pointer; city: Pointer }, keys: ParkKeys): NamedPark[] {
  const city = textAt(document, at.city);
  return namesAt(document, at.parks).map((named) => ({ document, ...named, keys: keys(named.name, city) }));
}

/**
 * Finds the parks that may contain an area. The name of an area often begins with the name of its park, so each proper
 * prefix of a key that ends like a park name (`endings` in `parks.yaml`) is a candidate.
 * @returns keys of the candidates, which need not exist
 */
export function enclosingParks(area: NamedPark, { registers: { parks } }: Form): string[] {
  const ends = (parks?.endings ?? []).map(fold);
  return area.keys.flatMap((key) =>
    Array.from({ length: key.length - 1 }, (_, index) => key.slice(0, index + 1)).filter((part) =>
      ends.some((end) => part.endsWith(end)),
    ),
  );
}

/**
 * Makes a function that finds the consortium of a park on the published list. When several match, it returns the one
 * with the lowest number. The index is made once for each form, because every check of a document needs it.
 */
export function publishedPark(form: Form): (park: NamedPark) => Consortium | undefined {
  const known = publishedByForm.get(form) ?? new Map<string, Consortium>();
  if (!publishedByForm.has(form)) {
    publishedByForm.set(form, known);
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

const publishedByForm = new WeakMap<Form, Map<string, Consortium>>();

/**
 * Makes a function that gives a park name its keys: its name in one standard spelling, and its aliases. Two names that
 * share a key mean the same park. Spellings and aliases come from the form's `parks.yaml`. The function is made once
 * for each form, because it remembers the keys of each name.
 */
export function parkKeys(form: Form): ParkKeys {
  const keys = parkKeysByForm.get(form) ?? makeParkKeys(form);
  parkKeysByForm.set(form, keys);
  return keys;
}

const parkKeysByForm = new WeakMap<Form, ParkKeys>();

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
  /** Brings a name to its standard spelling, which begins with the short name of the city if that is known. */
  const spell = (name: string, city: string | undefined): string => {
    let key = withoutSynonyms(fold(name)).replace(/[()[\]{}【】〔〕]/gu, "");
    for (const each of cities) key = key.replace(each.name, each.short);
    for (const word of drop) key = key.replaceAll(word, "");
    for (const { short, long } of spellings) for (const each of long) key = key.replace(each, short);
    const home = cities.find(({ name: full }) => full === fold(city ?? ""))?.short;
    return home && !cities.some(({ short }) => key.includes(short)) ? home + key : key;
  };
  /**
   * Spells a name with brackets. The words in brackets are a second name of the park if they begin with a city and end
   * like a park name. Otherwise they are part of the first name.
   */
  const names = (name: string, city: string | undefined): string[] => {
    const [, main = "", other = ""] = /^([^(]+)\((.+)\)$/u.exec(fold(name)) ?? [];
    const isSecondName =
      cities.some(({ short }) => other.startsWith(short)) && endings.some((end) => other.endsWith(end));
    return isSecondName ? [spell(main, city), spell(other, city)] : [spell(name, city)];
  };
  const aliases = Object.entries(parks?.aliases ?? {}).map((group) =>
    group.flat().map((each) => spell(each, undefined)),
  );
  const cache = new Map<string, string[]>();
  return (name, city) => {
    const cacheKey = `${city}#${name}`;
    const cached = cache.get(cacheKey);
    if (cached) return cached;
    const own = names(name, city);
    const keys = [...new Set([...own, ...aliases.filter((group) => group.some((key) => own.includes(key))).flat()])];
    cache.set(cacheKey, keys);
    return keys;
  };
}
