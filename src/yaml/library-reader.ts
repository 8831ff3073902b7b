import { type Document, isScalar, LineCounter, visit } from "yaml";
import type { KnownKeys } from "../form/known-keys.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Data, Source } from "../model/document.js";
import { findMisplaced, findSlips, findSlipsLineByLine, hasWideIndent } from "./find-slips.js";
import { inspectTree } from "./inspect-tree.js";
import { keepTyped } from "./keep-typed.js";
import { LibraryNode } from "./library-node.js";
import { MAX_ALIASES } from "./limits.js";
import { nodeLocator } from "./locator.js";
import { parseYaml } from "./parse.js";
import { parserSlip } from "./parser-slips.js";
import { slipDiagnostic } from "./slip-diagnostic.js";
import { type SourceText, sourceText } from "./source-text.js";

/** Reads a text with the YAML library: whatever it holds, with every place, in ten times the time. See `readSource`. */
export function readWithLibrary(
  file: string,
  text: string,
  keys?: KnownKeys,
): { source?: Source; problems: Diagnostic[] } {
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const place = sourceText(file, text, lines, keys);
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const slips = error.code === "RESOURCE_EXHAUSTION" ? [] : findSlips(place);
    return { problems: slips.length > 0 ? slips : [slipDiagnostic(file, parserSlip(error, document, place))] };
  }
  if (referencesIn(document) > MAX_ALIASES) return { problems: [tooComplex(place)] };
  if (hasWideIndent(text)) {
    const slips = findSlips(place);
    if (slips.length > 0) return { problems: slips };
  }
  if (isScalar(document.contents) && document.contents.type === "PLAIN") {
    const slips = findSlipsLineByLine(place);
    if (slips.length > 0) return { problems: slips };
  }
  const problems = inspectTree(document, place);
  if (problems.some(({ ruleId, severity }) => severity === "error" && !READABLE.has(ruleId))) return { problems };
  keepTyped(document);
  let data: Data;
  try {
    data = document.toJS({ maxAliasCount: MAX_ALIASES }) as Data;
  } catch {
    return { problems: [...problems, tooComplex(place)] };
  }
  const root = document.contents ? new LibraryNode(document.contents, document) : undefined;
  return { source: { file, text, data, ...nodeLocator(root, text, place.range) }, problems };
}

/** Finds the slips of a text that parses, but not into what was meant. See `findMisplaced`. */
export function misplacedWithLibrary(file: string, text: string, data: Data, keys: KnownKeys): Diagnostic[] {
  const lines = new LineCounter();
  // the counter learns of the lines as they are parsed
  parseYaml(text, lines);
  return findMisplaced(sourceText(file, text, lines, keys), data);
}

/** Errors in spite of which the data can be read. */
const READABLE: ReadonlySet<string> = new Set([
  "yaml/duplicate-key",
  "yaml/lost-text",
  "text/invisible",
  "text/line-break",
]);

/** Each is looked for from the beginning of the document: thousands take long. */
function referencesIn(document: Document): number {
  let found = 0;
  visit(document, {
    Alias() {
      found += 1;
      return found > MAX_ALIASES ? visit.BREAK : undefined;
    },
  });
  return found;
}

function tooComplex({ file, range }: SourceText): Diagnostic {
  return createDiagnostic({
    ruleId: "yaml/too-complex",
    file,
    place: range(0, 1),
    message: "文件里的引用(& 和 *)展开后太大,没有继续检查",
    hint: "去掉引用,把内容直接写出来",
  });
}
