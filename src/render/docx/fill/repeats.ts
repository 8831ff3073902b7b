import { parseTableRows, type TableCell, type TableRow } from "./parse-table-rows.js";
import type { Segment } from "./segment.js";
import { groupBySpan, isWithin, type Replacement, replaceSpans, type Span } from "./spans.js";

/** A paragraph with tags, and what takes its place. */
export interface TaggedParagraph extends Replacement {
  tags: string[];
}

/** What is there once for each entry of a list: rows of a table, or paragraphs outside tables. */
interface RepeatedSpan extends Span {
  list: string;
  tags: string[];
  /** The last of the rows. */
  lastRow?: TableRow | undefined;
  /** Whether it has tags of another list too. */
  isMixed: boolean;
}

/**
 * Makes repeats of what is there once for each entry of a list. Rows, or paragraphs, that follow each other with tags of
 * the same list belong to one entry.
 * @param tagged paragraphs with tags, in order
 * @param lists tags of the lists
 * @returns what takes the place of spans of the XML; and, for each repeat that has tags of several lists, its tags
 */
export function makeRepeats(
  xml: string,
  tagged: TaggedParagraph[],
  lists: string[],
): { replacements: Replacement[]; mixed: string[][] } {
  const listOf = (tag: string) => lists.find((list) => tag.startsWith(`${list}.`));
  const ofLists = tagged.filter(({ tags }) => tags.some(listOf));
  if (ofLists.length === 0) return { replacements: tagged, mixed: [] };
  const rows = parseTableRows(xml);
  const spans = joinNeighbours(xml, findRepeated(ofLists, rows, listOf));
  const { inside, outside } = groupBySpan<Replacement>(tagged, spans);
  const rowsInside = groupBySpan(rows, spans).inside;
  const repeats = spans.map((span, index) => repeatOf(xml, span, inside[index] ?? [], rowsInside[index] ?? []));
  return {
    replacements: [...outside, ...repeats],
    mixed: spans.filter(({ isMixed }) => isMixed).map(({ tags }) => [...new Set(tags)]),
  };
}

/** For each paragraph with tags of a list: the row that it stands in, or outside tables the paragraph itself. */
function findRepeated(
  paragraphs: TaggedParagraph[],
  rows: TableRow[],
  listOf: (tag: string) => string | undefined,
): RepeatedSpan[] {
  let at = 0;
  const around: TableRow[] = [];
  const found = paragraphs.map((paragraph): RepeatedSpan => {
    for (let next = rows[at]; next && next.start < paragraph.start; next = rows[at]) {
      around.push(next);
      at += 1;
    }
    while ((around.at(-1)?.end ?? paragraph.end) < paragraph.end) around.pop();
    const row = around.at(-1);
    const { start, end } = row ?? paragraph;
    const tags = paragraph.tags.filter(listOf);
    const [list = "", ...others] = new Set(tags.map(listOf));
    return { start, end, list, tags, lastRow: row, isMixed: others.length > 0 };
  });
  // an outer row before those inside it
  return found.toSorted((a, b) => a.start - b.start);
}

/** Makes one of spans that lie in each other, or follow each other and are of one list. */
function joinNeighbours(xml: string, found: RepeatedSpan[]): RepeatedSpan[] {
  const joined: RepeatedSpan[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    const sameList = last?.list === span.list;
    if (!last || !(isWithin(span, last) || (sameList && follows(xml, last, span)))) {
      joined.push(span);
      continue;
    }
    for (const tag of span.tags) last.tags.push(tag);
    if (!sameList || span.isMixed) last.isMixed = true;
    if (span.end > last.end) Object.assign(last, { end: span.end, lastRow: span.lastRow });
  }
  return joined;
}

function follows(xml: string, last: RepeatedSpan, next: RepeatedSpan): boolean {
  if (last.lastRow || next.lastRow) return last.lastRow?.next !== undefined && last.lastRow.next === next.lastRow;
  return xml.slice(last.end, next.start).replace(UNIQUE_MARKUP, "").trim() === "";
}

function repeatOf(xml: string, span: RepeatedSpan, inside: Replacement[], rows: TableRow[]): Replacement {
  const merges = continueMerges(xml, rows, span.lastRow?.next);
  const outsideMerges = groupBySpan(inside, merges).outside;
  const first = replaceSpans(xml, span, inside);
  const following = replaceSpans(xml, span, [...outsideMerges, ...merges]).map(withoutUniqueMarkup);
  return { start: span.start, end: span.end, segments: [{ list: span.list, first, following }] };
}

/** What may be in a document only once: the ids of paragraphs, the ends of bookmarks and comments. */
const UNIQUE_MARKUP =
  / w14:(?:paraId|textId)="[^"]*"|<w:(?:bookmark|perm|commentRange)(?:Start|End)\b[^>]*\/>|<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:commentReference\b[^>]*\/><\/w:r>/gsu;

function withoutUniqueMarkup(segment: Segment): Segment {
  if (typeof segment === "string") return segment.replace(UNIQUE_MARKUP, "");
  if ("list" in segment || !segment.paragraph) return segment;
  const startTag = segment.paragraph.startTag.replace(UNIQUE_MARKUP, "");
  return { ...segment, paragraph: { ...segment.paragraph, startTag, rangeMarkup: "" } };
}

/**
 * Some cells that begin in repeated rows are merged with cells below the rows. In the copies for further entries, such a
 * cell does not begin anew, but continues the merged cell of the first entry.
 * @param rows the repeated rows
 * @param below the row after them
 * @returns the cells to replace in the copies, in order
 */
function continueMerges(xml: string, rows: TableRow[], below: TableRow | undefined): Replacement[] {
  const continued = (below?.cells ?? []).filter(({ verticalMerge }) => verticalMerge?.continues);
  /** The last merged cell of each column. */
  const cells = new Map<number, TableCell>();
  if (continued.length > 0)
    for (const row of rows) for (const cell of row.cells) if (cell.verticalMerge) cells.set(cell.column, cell);
  const replacements = continued.flatMap(({ column }): Replacement[] => {
    const cell = cells.get(column);
    if (!cell?.verticalMerge || cell.verticalMerge.continues) return [];
    const { start, end, verticalMerge } = cell;
    const before = xml.slice(start, verticalMerge.start);
    // the text of the cell is printed with the first entry
    const after = xml.slice(verticalMerge.end, end).replace(/<\/w:tcPr>.*$/su, "</w:tcPr><w:p/></w:tc>");
    return [{ start, end, segments: [`${before}<w:vMerge/>${after}`] }];
  });
  return replacements.toSorted((a, b) => a.start - b.start);
}
