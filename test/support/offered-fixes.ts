import { expect } from "vitest";
import { parse } from "yaml";
import { applyFixes } from "../../src/fix/apply-fixes.js";
import type { Diagnostic, Fix, Report } from "../../src/index.js";
import { joinPointer, splitPointer, valueAt } from "../../src/text/json-pointer.js";
import { checkTexts } from "./check.js";

/** A finding with a fix. */
export type Offer = Diagnostic & { fix: Fix };

/** The findings in a text for which `ptc fix` offers a change of it. */
export async function offersFor(text: string): Promise<Offer[]> {
  const { diagnostics } = await checkTexts({ 甲: text });
  return diagnostics.filter((each): each is Offer => (each.fix?.edits.length ?? 0) > 0);
}

/**
 * Holds that each fix offered for a text does what it says: applied alone, and together with the others, it removes its
 * finding, brings no other about the form or its writing, and changes nothing else of the data.
 * @returns how many are offered
 */
export async function holdOffers(text: string): Promise<number> {
  const offers = await offersFor(text);
  for (const offer of offers) await holdOffer(text, [offer]);
  if (offers.length > 1) await holdOffer(text, offers);
  return offers.length;
}

async function holdOffer(text: string, offers: Offer[]): Promise<void> {
  const fixes = offers.map(({ fix }) => fix);
  const [before, after] = await Promise.all(
    [text, applyFixes(text, fixes).text].map((each) => checkTexts({ 甲: each }, { draft: true })),
  );
  // what is wrong in a text that cannot be read shows only by and by
  if (!before?.documents[0] || !after) return;
  const [known, found] = [before, after].map(({ diagnostics }) => new Set(diagnostics.map(nameOf)));
  const places = new Set(["", ...offers.map(({ pointer }) => pointer)]);
  for (const offer of offers) expect(found).not.toContain(nameOf(offer));
  const added = after.diagnostics.filter(
    (each) => /^(?:yaml|schema)\//u.test(each.ruleId) && places.has(each.pointer) && !known?.has(nameOf(each)),
  );
  expect(added.map(nameOf)).toEqual([]);
  holdOtherData(before, after, offers);
}

function nameOf({ ruleId, pointer, message }: Diagnostic): string {
  return JSON.stringify([ruleId, pointer, message]);
}

type Holder = Record<string, unknown>;

/** Holds that data stay as they were, apart from the places that were corrected. */
function holdOtherData(before: Report, after: Report, offers: Offer[]): void {
  const [data, dataAfter] = [before, after].map(({ documents }) => structuredClone(documents[0]?.data));
  // what is in a field that the form knows is read in more ways than what is in one that it does not know
  const [typed, typedAfter] = [before, after].map(({ texts }) => parse(texts.get("甲") ?? "", { uniqueKeys: false }));
  for (const { ruleId, pointer: at } of offers) {
    // a short form that is corrected may become all the parts that it stands for
    const parent = at.slice(0, at.lastIndexOf("/"));
    const short = valueAt(typed, parent);
    const pointer = short === null || typeof short !== "object" ? parent : at;
    const key = splitPointer(pointer).at(-1) ?? "";
    const above = pointer.slice(0, pointer.lastIndexOf("/"));
    const [holder, holderAfter] = [data, dataAfter].map((each) => valueAt(each, above)) as [Holder, Holder];
    if (ruleId === "schema/unknown-key" || (ruleId === "schema/year" && !Object.hasOwn(holderAfter, key))) {
      // a key that was corrected keeps its value; with several in one place, any may be this one's
      const value = JSON.stringify(valueAt(typed, pointer));
      const renamed = Object.keys(holderAfter).find(
        (each) =>
          !Object.hasOwn(holder, each) && JSON.stringify(valueAt(typedAfter, joinPointer(above, each))) === value,
      );
      expect(renamed).toBeDefined();
      delete holder[key];
      delete holderAfter[renamed as string];
    } else for (const each of [holder, holderAfter]) each[key] = undefined;
  }
  expect(dataAfter).toEqual(data);
}
