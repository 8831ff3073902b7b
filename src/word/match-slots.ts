import type { Field } from "../model/field.js";
import type { Candidate } from "./candidates.js";
import type { Slot } from "./slots.js";

/** A slot and the text that was found for it. */
export interface Match {
  slot: Slot;
  candidate: Candidate;
  /** Why it needs a look; undefined when it was recognised without doubt. */
  doubt?: string;
}

/** Least similarity of two labels that are taken for the same, reworded. */
const SIMILAR = 0.6;

/**
 * Finds the text of each slot. A slot is found by its nearest label; the others, and the years above, tell slots with
 * the same label apart. Each text is used once.
 */
export function matchSlots(slots: readonly Slot[], candidates: readonly Candidate[]): Match[] {
  const frequency = new Map<string, number>();
  for (const { primary, context } of slots)
    for (const label of new Set([...primary, ...context])) frequency.set(label, (frequency.get(label) ?? 0) + 1);
  const known = new Set(slots.flatMap(({ primary }) => [...primary]));
  const rarity = (label: string) => Math.log(1 + slots.length / (frequency.get(label) ?? slots.length));
  const alike = similarity();
  // a label that is printed for one slot is not a reworded label of another
  const similar: Similar = (label, other) => (label === other ? 1 : known.has(other) ? 0 : alike(label, other));
  const pairs: {
    slot: Slot;
    at: number;
    candidate: Candidate;
    of: number;
    score: number;
    doubt: string | undefined;
  }[] = [];
  for (const [at, slot] of slots.entries())
    for (const [of, candidate] of candidates.entries()) {
      const rated = rate(slot, candidate, rarity, similar);
      if (rated) pairs.push({ slot, at, candidate, of, ...rated });
    }
  // between equals, the first slot takes the first text: 人次 is printed above 课时数
  pairs.sort((a, b) => b.score - a.score || a.at - b.at || a.of - b.of);
  const [usedSlots, usedTexts] = [new Set<number>(), new Set<number>()];
  const found: (Match & { at: number })[] = [];
  for (const { slot, at, candidate, of, score, doubt } of pairs) {
    if (usedSlots.has(at) || usedTexts.has(of)) continue;
    const rivals = pairs.filter((other) => other.of === of && other.at !== at && Math.abs(other.score - score) < 1e-9);
    usedSlots.add(at);
    usedTexts.add(of);
    const isByOrder = candidate.text.trim() !== "" && rivals.length > 0;
    const doubts = [doubt, isByOrder ? "只按先后次序认的" : undefined].filter((each) => each !== undefined);
    found.push({ slot, candidate, at, ...(doubts.length > 0 && { doubt: doubts.join(";") }) });
  }
  return found.sort((a, b) => a.at - b.at);
}

type Similar = (label: string, other: string) => number;

/** Rates how well the labels around a text fit a slot. @returns undefined when the slot's own label is not among them */
function rate(
  { primary, context, years, isNarrative, isTally, fields }: Slot,
  { left, above, isSection, text }: Candidate,
  rarity: (label: string) => number,
  similar: Similar,
): { score: number; doubt: string | undefined } | undefined {
  if (isSection && !isNarrative) return undefined;
  const near = [...left.slice(0, 2), ...above.slice(0, 1)];
  const exact = near.find((label) => primary.has(label));
  const own = exact === undefined ? best(primary, near, similar) : { label: exact, similarity: 1 };
  if (own.similarity < SIMILAR) return undefined;
  const around = [...left, ...above];
  let [sum, all] = [0, 0];
  for (const label of context) {
    // years count by themselves: how rare each is must not put one slot before another
    if (years.has(label)) continue;
    const weight = rarity(label);
    all += weight;
    if (around.includes(label)) sum += weight;
  }
  const distance = near.indexOf(own.label);
  const unit = fields[0]?.unit;
  const unitFits = unit !== undefined && text.trim().endsWith(unit) ? 0.3 : 0;
  const share = all === 0 ? 0.5 : sum / all;
  const contentFits = fits(fields, isTally, text);
  const seesYear = around.some((label) => years.has(label));
  const extra = unitFits + (contentFits ? 0 : -3) + (seesYear ? 1.5 : 0) + (isSection ? 0.2 : 0);
  const score = own.similarity * 4 + share * 2 - distance * 0.5 + extra;
  const doubts = [
    ...(own.similarity < 1 ? [`标签写的是“${own.label}”`] : []),
    ...(years.size > 0 && !seesYear ? ["没有看到是哪一年"] : []),
    ...(contentFits ? [] : ["内容不像这一栏的"]),
  ];
  return { score, doubt: doubts.length > 0 ? doubts.join(";") : undefined };
}

/** Whether a text may be a value of a slot: a figure where a figure belongs, and no bare figure where names do. */
function fits(fields: readonly Field[], isTally: boolean, text: string): boolean {
  if (text.trim() === "") return true;
  const [{ schema }] = fields as [Field];
  const isFigure = /^[\d\s.,，()（）]+$/u.test(text.trim());
  if (isTally) return isFigure;
  const types = [schema.type ?? []].flat();
  if (types.includes("number") || types.includes("integer"))
    return types.includes("string") || /\d|[一二三四五六七八九十百千万零无]/u.test(text);
  return !(schema.items !== undefined && isFigure);
}

/** Finds the label that is most like one of those wanted. */
function best(wanted: ReadonlySet<string>, labels: readonly string[], similar: Similar) {
  let found = { label: "", similarity: 0 };
  for (const label of labels)
    for (const each of wanted) {
      const similarity = similar(each, label);
      if (similarity > found.similarity) found = { label, similarity };
    }
  return found;
}

/** Makes a function that tells how alike two labels are, from 0 to 1, by the pairs of characters they share. */
function similarity(): Similar {
  const known = new Map<string, Set<string>>();
  const pairsOf = (text: string) => {
    let pairs = known.get(text);
    if (!pairs) {
      pairs = new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
      known.set(text, pairs);
    }
    return pairs;
  };
  return (label, other) => {
    const [some, others] = [pairsOf(label), pairsOf(other)];
    if (some.size === 0 || others.size === 0) return 0;
    let shared = 0;
    for (const pair of some) if (others.has(pair)) shared += 1;
    return (1.8 * shared) / (some.size + others.size);
  };
}
