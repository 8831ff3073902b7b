import { Document, type LineCounter, parseDocument, YAMLParseError } from "yaml";
import { mayBeTooDeep } from "./limits.js";

/** Parses a text. What is too deep for the parser's own stack is not parsed, and has that for its error. */
export function parseYaml(text: string, lineCounter: LineCounter): Document {
  if (mayBeTooDeep(text)) return tooDeep("too deep");
  // a text with thousands of slips makes as many errors, and where in the program they arose tells nobody anything
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep(error.message);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function tooDeep(message: string): Document {
  const document = new Document();
  document.errors.push(new YAMLParseError([0, 0], "RESOURCE_EXHAUSTION", message));
  return document;
}
