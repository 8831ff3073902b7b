import { Document, type LineCounter, parseDocument, YAMLParseError } from "yaml";

/** Parses a text. What is too deep for the parser's own stack has that for its error. */
export function parseYaml(text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const document = new Document();
    document.errors.push(new YAMLParseError([0, 0], "RESOURCE_EXHAUSTION", error.message));
    return document;
  }
}
