import { type Data, type FormDocument, formPath } from "../model/document.js";
import { type Field, fieldAt, isList } from "../model/field.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { FileText, WordBytes } from "../model/input.js";
import type { Pointer } from "../model/json-schema.js";
import type { LeftForPerson, TakenOver, WordMerge } from "../model/word-merge.js";
import { joinPointer, splitPointer, valueAt } from "../text/json-pointer.js";
import { asPrinted } from "../views/as-printed.js";
import { type Difference, differencesOf } from "../views/differences.js";
import { firstMissing, setValue } from "../yaml/edit/set-value.js";
import { readSource } from "../yaml/read-source.js";
import { loadDocument, NotADocument } from "./load-document.js";
import { hasPlaceFor, readWordDocument, type WordDocument } from "./read-word.js";

/** How a Word file is brought into a YAML text. */
export interface ImportIntoOptions {
  forms: FormCatalog;
  /** The day that counts as today, YYYY-MM-DD. */
  today: string;
}

/**
 * Brings what was changed in a Word file into the YAML text that it was made from, field by field. A field that prints
 * the same is not touched. What is doubtful, or blank in the Word file, is left for a person. After each change the text is
 * read again: a change that does not give the value of the Word file, or that changes anything else, is not made.
 * @throws {NotADocument} when the text cannot be read, or is of another form
 * @throws {WordFileError} when the Word file cannot be read, or is none of the forms
 */
export async function importInto(word: WordBytes, into: FileText, options: ImportIntoOptions): Promise<WordMerge> {
  const reading = await readWordDocument(word.bytes, options.forms);
  const [wanted, present] = [await loadDocument(word, options), await loadDocument(into, options)];
  if (formPath(wanted) !== formPath(present))
    throw new NotADocument(
      `${word.file} 是${wanted.kind.root.title},${into.file} 是${present.kind.root.title}:不是同一张表,没有写`,
    );
  return new Merging(reading, wanted, present, into, options).run();
}

class Merging {
  private readonly taken: TakenOver[] = [];
  private readonly left: LeftForPerson[] = [];
  private readonly reading: WordDocument;
  private readonly wanted: FormDocument;
  private readonly options: ImportIntoOptions;
  private present: FormDocument;
  private text: FileText;

  constructor(
    reading: WordDocument,
    wanted: FormDocument,
    present: FormDocument,
    text: FileText,
    options: ImportIntoOptions,
  ) {
    this.reading = reading;
    this.wanted = wanted;
    this.present = present;
    this.text = text;
    this.options = options;
  }

  async run(): Promise<WordMerge> {
    const found = differencesOf(this.present, this.wanted).filter(({ pointer }) => this.isRead(pointer));
    const unsafe = listsToLeave(this.present, this.wanted, found);
    for (const [list, reason] of unsafe) this.left.push({ name: list.name, reason });
    const inUnsafe = (pointer: Pointer) => [...unsafe.keys()].some((list) => pointer.startsWith(`${list.pointer}/`));
    for (const difference of found.filter(({ pointer }) => !inUnsafe(pointer))) {
      // one that was written with the group that it is part of is the same by now
      if (this.isDone(difference)) this.note(difference);
      else await this.take(difference);
    }
    for (const cell of this.reading.unrecognised)
      this.left.push({ name: cell.cell.label, reason: "有内容,没有认出是哪一栏", cell: cell.cell });
    return { text: this.text.text, taken: this.taken, left: this.left };
  }

  /** Whether the Word file has a place for a field. Of a field without one it says nothing. */
  private isRead(pointer: Pointer): boolean {
    return hasPlaceFor(this.reading, pointer) || valueAt(this.wanted.data, pointer) !== undefined;
  }

  private isDone({ pointer, field }: Difference): boolean {
    return asPrinted(field, at(this.present, pointer)) === asPrinted(field, at(this.wanted, pointer));
  }

  private note({ pointer, field, before, after }: Difference): void {
    const cell = atOrAbove(this.reading.cells, pointer);
    if (cell && after !== undefined) this.taken.push({ pointer, field, before, after, cell });
  }

  private async take(difference: Difference): Promise<void> {
    const { pointer, field, before, after } = difference;
    const cell = atOrAbove(this.reading.cells, pointer);
    const doubt = atOrAbove(this.reading.doubts, pointer);
    const leave = (reason: string) => this.left.push({ name: field.name, reason, cell });
    if (doubt !== undefined) leave(`请核对:${doubt}`);
    else if (after === undefined && !cell) leave("Word 里没有找到这一栏,YAML 里原有的没有动");
    else if (after === undefined) leave("Word 里是空的,YAML 里原有的没有删;要删就在 YAML 里删");
    else if (typeof after === "string" && newPictures(after, before))
      leave("Word 里放了图片,没有写;用 ptc import 取出图片,再写进 YAML");
    else if (!cell) leave("没有找到它在 Word 里的位置,没有写");
    else if (await this.write(pointer, after)) this.note(difference);
    else leave("YAML 里写不进去,没有写;自己在 YAML 里改");
  }

  /** Writes a value, or what it is part of when the text does not have that. @returns whether the text was changed */
  private async write(pointer: Pointer, value: Data): Promise<boolean> {
    const { source } = await readSource(this.text.file, this.text.text);
    if (!source) return false;
    const missing = firstMissing(source, pointer);
    const content = missing === pointer ? value : this.partsWithout(missing);
    const edit = content === undefined ? undefined : setValue(source, this.present.kind.root, missing, content);
    if (!edit) return false;
    const { text } = this.text;
    const changed = { ...this.text, text: text.slice(0, edit.start) + edit.text + text.slice(edit.end) };
    try {
      const after = await loadDocument(changed, this.options);
      const others = differencesOf(this.present, after).filter((each) => !isWithin(each.pointer, missing));
      const wrong = differencesOf(after, this.wanted).filter((each) => isWithin(each.pointer, pointer));
      if (others.length > 0 || wrong.length > 0) return false;
      this.text = changed;
      this.present = after;
      return true;
    } catch (error) {
      if (error instanceof NotADocument) return false;
      throw error;
    }
  }

  /** Gives a group of the Word file to write as a whole; undefined when something in it needs a look. */
  private partsWithout(pointer: Pointer): Data | undefined {
    if ([...this.reading.doubts.keys()].some((doubtful) => isWithin(doubtful, pointer))) return undefined;
    return at(this.wanted, pointer);
  }
}

function at({ data }: FormDocument, pointer: Pointer): Data | undefined {
  return valueAt(data, pointer) as Data | undefined;
}

/** Gives what is known of a field, or of the group with which it shares a cell. */
function atOrAbove<T>(known: ReadonlyMap<Pointer, T>, pointer: Pointer): T | undefined {
  let at = "";
  let found: T | undefined;
  for (const step of splitPointer(pointer)) {
    at = joinPointer(at, step);
    found = known.get(at) ?? found;
  }
  return found;
}

function isWithin(pointer: Pointer, group: Pointer): boolean {
  return pointer === group || pointer.startsWith(`${group}/`);
}

/** Whether a text has more pictures than before. Their files are in the Word file only. */
function newPictures(after: string, before: Data | undefined): boolean {
  const count = (text: string) => text.match(/!\[[^\]]*\]\(/gu)?.length ?? 0;
  return count(after) > (typeof before === "string" ? count(before) : 0);
}

/**
 * Finds the lists whose entries cannot be told apart by their numbers, because some were removed, put in between, or moved:
 * what stands beside an entry in the YAML text, such as evidence, would end up beside another one.
 */
function listsToLeave(present: FormDocument, wanted: FormDocument, found: readonly Difference[]): Map<Field, string> {
  const lists = new Map<Pointer, Field>();
  for (const { pointer } of found) {
    const list = listOf(present.kind.root, pointer);
    if (list) lists.set(list.pointer, list);
  }
  const unsafe = new Map<Field, string>();
  for (const list of lists.values()) {
    const [before, after] = [at(present, list.pointer), at(wanted, list.pointer)];
    if (!Array.isArray(before) || !Array.isArray(after)) continue;
    if (after.length < before.length)
      unsafe.set(list, `YAML 里有 ${before.length} 项,Word 里有 ${after.length} 项,没有写;自己在 YAML 里删去那一项`);
    else if (isShifted(list, before, after))
      unsafe.set(list, "Word 里挪动了各项的次序,或在中间加了一项,没有写;自己在 YAML 里挪好再来");
  }
  return unsafe;
}

function listOf(root: Field, pointer: Pointer): Field | undefined {
  let above = "";
  for (const step of splitPointer(pointer)) {
    const field = fieldAt(root, above);
    if (field && above !== "" && isList(field)) return field;
    above = joinPointer(above, step);
  }
  return undefined;
}

/** Whether the first field of an entry is found at another number than before. */
function isShifted(list: Field, before: readonly Data[], after: readonly Data[]): boolean {
  return list.children.slice(0, 2).some((child) => {
    const keys = (entries: readonly Data[]) =>
      entries.map((entry) => asPrinted(child, valueAt(entry, joinPointer("", child.key)) as Data | undefined));
    const [old, now] = [keys(before), keys(after)];
    if (new Set(old).size < old.length) return false;
    return old.some((key, number) => key !== "" && now[number] !== key && now.includes(key));
  });
}
