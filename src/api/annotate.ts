import { builtinChecks } from "../check/builtin-checks.js";
import type { Annotation, ReturnedDocument } from "../model/annotation.js";
import { describedBy } from "../model/description.js";
import { type Diagnostic, SEVERITY_LABELS } from "../model/diagnostic.js";
import type { FormDocument } from "../model/document.js";
import { documentName } from "../model/document-values.js";
import type { FormCatalog } from "../model/form-catalog.js";
import type { FindPicture } from "../model/picture.js";
import { type DocumentCell, formatCell, isTextRange } from "../model/place.js";
import { returnNote as noteOf } from "../render/docx/return-note.js";
import { detailLines } from "../report/diagnostics/detail-lines.js";
import { rules } from "../rules/index.js";
import { annotateWord } from "../word/annotate-word.js";
import { cellAt, readWordDocument } from "./read-word.js";
import { wordRenderer } from "./word.js";

export { WordFileError } from "./read-word.js";

/** A document and what was found in it. */
export interface Answered {
  document: FormDocument;
  diagnostics: readonly Diagnostic[];
  /** Bytes of its Word file; without them the document is rendered first. */
  word?: Uint8Array | undefined;
}

/** A copy with comments. */
export interface AnnotatedCopy {
  bytes: Uint8Array;
  returned: ReturnedDocument;
}

/**
 * Writes the findings in a document as comments into a copy of its Word file.
 * @param annotated file name of the copy
 * @throws {WordFileError} when the Word file cannot be read
 */
export async function annotate(
  { document, diagnostics, word }: Answered,
  annotated: string,
  options: { forms: FormCatalog; findPicture?: FindPicture | undefined },
): Promise<AnnotatedCopy> {
  const bytes = word ?? (await rendered(document, diagnostics, options));
  const reading = word ? undefined : await readWordDocument(bytes, options.forms);
  const title = document.kind.root.title;
  const found = diagnostics.map((diagnostic) => {
    const { place, pointer } = diagnostic;
    const cell = reading && pointer !== "" ? cellAt(reading, pointer) : isTextRange(place) ? undefined : place;
    // what has no cell of its own is said to be at the title
    return { diagnostic, cell: cell?.label === title ? undefined : cell };
  });
  const annotations = found.map(({ diagnostic, cell }): Annotation => ({ cell, lines: commentLines(diagnostic) }));
  const returned: ReturnedDocument = {
    name: documentName(document),
    file: document.source.file.replace(/^.*\//u, ""),
    annotated,
    items: found.map(({ diagnostic, cell }) => returnedItem(document, diagnostic, cell)),
  };
  return { bytes: annotateWord(bytes, title, annotations), returned };
}

/**
 * Makes the note that goes back with annotated copies.
 * @param clean documents in which nothing was found
 * @returns undefined when the form does not say how it is set
 */
export function returnNote(returned: readonly ReturnedDocument[], clean: readonly FormDocument[], first: FormDocument) {
  const { typography } = first.form;
  return typography && noteOf(returned, clean.map(documentName), typography);
}

async function rendered(
  document: FormDocument,
  diagnostics: readonly Diagnostic[],
  options: { forms: FormCatalog; findPicture?: FindPicture | undefined },
): Promise<Uint8Array> {
  const render = await wordRenderer(document.form, document.kindName, options);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return render(document, errors > 0 ? `草稿:未通过校验(${errors} 个错误),不得报送` : undefined);
}

/** What a comment says. Places in the files of others are left out: the copy goes to this one. */
function commentLines(diagnostic: Diagnostic): string[] {
  const { severity, ruleId, file, related } = diagnostic;
  const own = { ...diagnostic, related: related.filter((each) => each.file === file) };
  return [`${SEVERITY_LABELS[severity]}(${ruleId})`, ...detailLines(own)];
}

function returnedItem(
  { form }: FormDocument,
  { severity, ruleId, clause }: Diagnostic,
  cell: DocumentCell | undefined,
) {
  const known = [...rules, ...builtinChecks].find(({ id }) => id === ruleId);
  return {
    place: cell ? formatCell(cell).replace("「」", "") : "全篇",
    severity: SEVERITY_LABELS[severity],
    title: known ? describedBy(form, known).title : ruleId,
    clause,
  };
}
