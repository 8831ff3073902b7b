import type { YAMLError } from "yaml";

// The YAML library gives one code to errors of different kinds; some can be told apart by its English sentences only.
// What depends on their wording stands here and nowhere else: `test/yaml/parser-errors.test.ts` fails when it changes.

/** Whether the end of a quotation or of a bracket may be missing. */
export function mayLackEnd({ code, message }: YAMLError): boolean {
  // a bracket left open within indented lines has the code of a wrong indentation: "Flow map in block collection …"
  return code === "MISSING_CHAR" || message.startsWith("Flow ");
}

/** Whether an error is about a quotation, and not about brackets: "Missing closing \"quote". */
export function isAboutQuotes({ message }: YAMLError): boolean {
  return message.includes("quote");
}
