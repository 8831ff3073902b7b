import type { Segment } from "./segments.js";
import { type Row, rowsOf } from "./table-rows.js";

interface Span {
  start: number;
  end: number;
}

/** A stretch of XML and what is put in its place. */
export interface Stretch extends Span {
  segments: Segment[];
  /** The tags in it. */
  tags: string[];
}

/** What is there once for each entry of a list: rows of a table, or paragraphs outside tables. */
interface Unit extends Span {
  list: string;
  tags: string[];
  /** The last of the rows. */
  row?: Row;
  /** Whether it has tags of another list too. */
  mixed?: true;
}

/**
 * Makes one of all that is to be repeated for each entry of a list. Rows, or paragraphs, with tags of the same list
 * that follow upon each other are one entry's.
 * @param tagged stretches that hold tags, in order
 * @param lists tags of the lists
 * @param mixed takes up the tags of different lists that meet in one row or paragraph, or in one inside the other
 */
export function withRepeats(xml: string, tagged: Stretch[], lists: string[], mixed: string[][]): Stretch[] {
  const ofList = (tag: string) => lists.find((list) => tag.startsWith(`${list}.`));
  const listed = tagged.filter(({ tags }) => tags.some(ofList));
  if (listed.length === 0) return tagged;
  const rows = rowsOf(xml);
  const units = unitsOf(xml, listed, rows, ofList);
  mixed.push(...units.filter((unit) => unit.mixed).map(({ tags }) => [...new Set(tags)]));
  const { inside, outside } = dealt(tagged, units);
  const rowsIn = dealt(rows, units).inside;
  const repeats = units.map((unit, index): Stretch => {
    const own = inside[index] ?? [];
    const merges = mergesBeyond(xml, rowsIn[index] ?? [], unit.row?.next);
    const rest = dealt(own, merges).outside;
    const further = between(xml, unit, [...rest, ...merges]).map(withoutMarks);
    return { ...unit, segments: [{ list: unit.list, first: between(xml, unit, own), further }] };
  });
  return [...outside, ...repeats];
}

/** Deals out what lies inside spans that do not overlap; all in order. */
function dealt<Item extends Span>(items: Item[], spans: Span[]): { inside: Item[][]; outside: Item[] } {
  const inside = spans.map((): Item[] => []);
  const outside: Item[] = [];
  let at = 0;
  for (const item of items) {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= item.start) at += 1;
    const span = spans[at];
    (span && isWithin(item, span) ? (inside[at] as Item[]) : outside).push(item);
  }
  return { inside, outside };
}

/** The XML between two places, with what is put in the place of its stretches. */
export function between(xml: string, { start, end }: Span, stretches: Stretch[]): Segment[] {
  const segments: Segment[] = [];
  let done = start;
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    segments.push(xml.slice(done, stretch.start), ...stretch.segments);
    done = stretch.end;
  }
  return [...segments, xml.slice(done, end)];
}

function unitsOf(xml: string, listed: Stretch[], rows: Row[], ofList: (tag: string) => string | undefined): Unit[] {
  let at = 0;
  const around: Row[] = [];
  const found = listed.map((stretch): Unit => {
    const tags = stretch.tags.filter(ofList);
    const [list = "", ...others] = new Set(tags.map(ofList));
    for (let next = rows[at]; next && next.start < stretch.start; next = rows[at]) {
      around.push(next);
      at += 1;
    }
    while ((around.at(-1)?.end ?? stretch.end) < stretch.end) around.pop();
    const row = around.at(-1);
    const { start, end } = row ?? stretch;
    return { start, end, list, tags, row, ...(others.length > 0 && { mixed: true }) };
  });
  const units: Unit[] = [];
  // an outer row before those inside it
  for (const unit of found.toSorted((a, b) => a.start - b.start)) {
    const last = units.at(-1);
    const same = last?.list === unit.list;
    if (last && (isWithin(unit, last) || (same && follows(xml, last, unit)))) {
      last.tags.push(...unit.tags);
      if (!same || unit.mixed) last.mixed = true;
      if (unit.end > last.end) Object.assign(last, { end: unit.end, row: unit.row });
    } else units.push(unit);
  }
  return units;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function follows(xml: string, last: Unit, unit: Unit): boolean {
  if (last.row || unit.row) return last.row?.next !== undefined && last.row.next === unit.row;
  return xml.slice(last.end, unit.start).replace(MARKS, "").trim() === "";
}

/** Ids of paragraphs, bookmarks, comments: what may be in a document only once. */
const MARKS =
  / w14:(?:paraId|textId)="[^"]*"|<w:(?:bookmark|perm|commentRange)(?:Start|End)\b[^>]*\/>|<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:commentReference\b[^>]*\/><\/w:r>/gsu;

function withoutMarks(segment: Segment): Segment {
  if (typeof segment === "string") return segment.replace(MARKS, "");
  if ("list" in segment || !segment.alone) return segment;
  return { ...segment, alone: { ...segment.alone, open: segment.alone.open.replace(MARKS, ""), marks: "" } };
}

/**
 * Cells that begin in rows to be repeated and go on below them: in the further copies they are not to begin
 * anew, but to go on.
 */
function mergesBeyond(xml: string, rows: Row[], below: Row | undefined): Stretch[] {
  const beyond = (below?.cells ?? []).filter(({ merge }) => merge?.continues);
  const cells = beyond.length > 0 ? rows.flatMap((row) => row.cells) : [];
  const begun = beyond.flatMap(({ from }) => {
    const cell = cells.findLast((each) => each.from === from && each.merge);
    if (!cell?.merge || cell.merge.continues) return [];
    const { start, end } = cell;
    const before = xml.slice(start, cell.merge.start);
    // what it says stands in the first copy
    const after = xml.slice(cell.merge.end, end).replace(/<\/w:tcPr>.*$/su, "</w:tcPr><w:p/></w:tc>");
    return { start, end, segments: [`${before}<w:vMerge/>${after}`], tags: [] };
  });
  return begun.toSorted((a, b) => a.start - b.start);
}
