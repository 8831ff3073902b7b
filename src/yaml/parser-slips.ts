import { type Document, isCollection, isNode, isScalar, visit, type YAMLError } from "yaml";
import { isAboutQuotes, mayLackEnd } from "./parser-errors.js";
import type { LocatedSlip } from "./slip-diagnostic.js";
import { describeSlip, type SlipSentence } from "./slip-sentences.js";
import type { SourceText } from "./source-text.js";

/** What the parser's error codes mean, unless the line itself shows more. */
const BY_CODE: Partial<Record<YAMLError["code"], SlipSentence>> = {
  TAB_AS_INDENT: describeSlip("tab-indent"),
  BAD_INDENT: describeSlip("indent-beside-others"),
  MISSING_CHAR: describeSlip("missing-character"),
  BLOCK_AS_IMPLICIT_KEY: describeSlip("field-in-value"),
  BLOCK_IN_FLOW: describeSlip("fields-in-brackets"),
  MULTILINE_IMPLICIT_KEY: describeSlip("no-field"),
  UNEXPECTED_TOKEN: describeSlip("unexpected-content"),
  BAD_DQ_ESCAPE: describeSlip("bad-escape"),
  BAD_DIRECTIVE: describeSlip("directive"),
  MULTIPLE_DOCS: describeSlip("several-documents"),
  RESOURCE_EXHAUSTION: describeSlip("too-deep"),
};

/** The slip behind an error of the parser, and where it is. */
export function parserSlip(error: YAMLError, document: Document, source: SourceText): LocatedSlip {
  const { text } = source;
  const opening = mayLackEnd(error) ? unclosed(document, error) : undefined;
  const from = opening ?? deeperLine(error, text) ?? error.pos[0];
  const lineEnd = text.indexOf("\n", from);
  const to = from === error.pos[0] ? error.pos[1] : lineEnd;
  const range = source.range(
    from,
    Math.min(to < 0 ? text.length : to, lineEnd < 0 ? text.length : Math.max(lineEnd, from)),
  );
  const slip =
    (opening !== undefined && unclosedBy(text[opening] as string)) ||
    seenInLine(lineAt(text, from), text[from], error) ||
    (error.code === "BAD_INDENT" && lacksDash(text, from) && describeSlip("missing-dash")) ||
    (from !== error.pos[0] && describeSlip("indent-below-value")) ||
    BY_CODE[error.code] ||
    describeSlip("not-yaml", error.message);
  return { ...slip, range };
}

/** Whether a field stands where the items of a list above have their dash. */
function lacksDash(text: string, from: number): boolean {
  const lead = /^ +(?=[^\s-])/u.exec(lineAt(text, from))?.[0];
  const above = text.slice(0, from).split("\n").reverse();
  const beside = above.find((line) => line.trim() !== "" && !line.startsWith(`${lead} `) && line !== lead);
  return lead !== undefined && beside?.startsWith(`${lead}- `) === true;
}

/** A slip that can be seen on the line itself, which says more than the parser's error. */
function seenInLine(line: string, char: string | undefined, { code }: YAMLError): SlipSentence | undefined {
  if (/:\s+!/u.test(line) || code === "TAG_RESOLVE_FAILED") return describeSlip("tag");
  if (char === "*" || code === "BAD_ALIAS") return describeSlip("alias");
  if (/:\s*[|>][-+]?\s+[^\s#]/u.test(line)) return describeSlip("value-beside-mark");
  if (code === "BAD_SCALAR_START") return describeSlip("reserved-character", String(char));
  return undefined;
}

/** Where the quotation mark or bracket stands whose end the parser did not find. */
function unclosed(document: Document, error: YAMLError): number | undefined {
  const [at] = error.pos;
  let opening: number | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return;
    const { range } = node;
    const candidate = isAboutQuotes(error)
      ? isScalar(node) && node.type?.startsWith("QUOTE")
      : isCollection(node) && node.flow === true;
    if (range && candidate && range[0] <= at && range[2] >= at - 1) opening ??= range[0];
  });
  return opening;
}

function unclosedBy(opening: string): SlipSentence | undefined {
  const closing = { '"': '"', "'": "'", "[": "]", "{": "}" }[opening];
  return closing === undefined ? undefined : describeSlip("unclosed", opening, closing);
}

/** Start of the next line, when that causes the error: it is indented further, below a value that is complete. */
function deeperLine({ code, pos: [at] }: YAMLError, text: string): number | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY" && code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const end = text.indexOf("\n", at);
  if (end < 0 || !/:\s+\S/u.test(lineAt(text, at))) return undefined;
  const [, indent, next] = /^([ ]*)([^\s#].*)/u.exec(lineAt(text, end + 1)) ?? [];
  const own = /^ */u.exec(lineAt(text, at))?.[0].length ?? 0;
  return indent !== undefined && indent.length > own && /^[^\s:]+:(?:\s|$)/u.test(next ?? "")
    ? end + 1 + indent.length
    : undefined;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? undefined : end);
}
