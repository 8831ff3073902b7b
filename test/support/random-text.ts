import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { root } from "./check.js";

/** How often to try. The seed is fixed, so that a failure is one for everybody. */
export const runs = (numRuns: number) => ({ seed: 20240220, numRuns });

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

const text = fc.string({ unit: "binary", maxLength: 60 });
/** What YAML, Markdown and Chinese keyboards make much of. */
export const marks = fc
  .array(
    fc.constantFrom(
      ..."：:，,-?&*!|>'\"%@`#[]{}（）()\n\r\t \u3000\u2028甲1.~\\<>/=",
      "- ",
      ": ",
      "![",
      "](",
      "**",
      "---\n",
      "|-|\n",
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));
/** Any characters, or those that mean something. */
export const anyText = fc.oneof(text, marks);

/** The example after somebody's slips of the hand. */
export const slipped = fc
  .array(
    fc.record({
      kind: fc.constantFrom("delete", "insert", "double", "flip", "indent", "cut"),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      with: anyText,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((slips) => {
    let lines = EXAMPLE.split("\n");
    for (const slip of slips) {
      const line = Math.floor(slip.at * lines.length);
      const own = lines[line] ?? "";
      const column = Math.floor(((slip.at * 9973) % 1) * (own.length + 1));
      if (slip.kind === "delete") lines.splice(line, 1);
      if (slip.kind === "insert") lines.splice(line, 0, slip.with);
      if (slip.kind === "double") lines.splice(line, 0, own);
      if (slip.kind === "flip") lines[line] = own.slice(0, column) + slip.with.slice(0, 2) + own.slice(column + 1);
      if (slip.kind === "indent") lines[line] = " ".repeat(column % 7) + own.trimStart();
      if (slip.kind === "cut") lines = [...lines.slice(0, line), own.slice(0, column)];
    }
    return lines.join("\n");
  });
