import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Diagnostic, type FormDocument, fix } from "../../src/index.js";
import { lineOrCell } from "../../src/model/place.js";
import { checkTexts, forms, root } from "../support/check.js";
import { oneSlipTexts } from "../support/one-slip.js";

// One slip of typing in a line of a right file: one message, on that line, and a fix that gives back what was meant.

const TRACKED = "tracking/长沙市云麓湾工程机械产教联合体/2024-";
const FILES = ["application", `${TRACKED}年度工作计划`, `${TRACKED}半年工作总结`, `${TRACKED}年度工作总结`];
const today = "2026-01-10";

/** Of all slips every so many are tried: each kind in each file, within seconds. */
const STRIDE = 41;

/** What a document says. Spaces at the beginning of a paragraph are not printed. */
function meaning(document: FormDocument | undefined): string {
  return JSON.stringify(document?.data, (_, value) =>
    typeof value === "string"
      ? value
          .split("\n")
          .map((line) => line.trim())
          .join("\n")
      : value,
  );
}

async function checked(text: string): Promise<{ found: Diagnostic[]; meant: string }> {
  const { diagnostics, documents } = await checkTexts({ "甲.yaml": text }, { today });
  return { found: diagnostics, meant: meaning(documents[0]) };
}

describe.each(FILES)("one slip in %s", (name) => {
  it("gives one message on its line, and a fix that undoes it", async () => {
    const text = await readFile(path.join(root, `examples/hunan-2024/${name}.yaml`), "utf8");
    const right = await checked(text);
    const usual = new Set(right.found.map(({ message }) => message));
    const slips = oneSlipTexts(text).filter((_, index) => index % STRIDE === name.length % STRIDE);
    const wrong: string[] = [];
    for (const { kind, line, text: slipped } of slips) {
      const { found, meant } = await checked(slipped);
      const news = found.filter(({ message }) => !usual.has(message));
      const say = (what: string) =>
        wrong.push(`${kind} in line ${line}: ${what} ${news.map((each) => each.message).join(" | ")}`);
      const [first, ...more] = news;
      if (!first) {
        if (meant !== right.meant) say("not noticed");
        continue;
      }
      // in braces, a key without its colon is one that the form does not have, and the right one is missing
      const inBraces = kind === "no colon" && /\{/u.test(text.split("\n")[line - 1] ?? "");
      if (more.length > (inBraces ? 1 : 0)) say(`${news.length} messages`);
      if (lineOrCell(first.place).line !== line) say(`named in line ${lineOrCell(first.place).line}`);
      if (inBraces) continue;
      const mended = await fix({ file: "甲.yaml", text: slipped }, { forms, today });
      if ((await checked(mended.text)).meant !== right.meant) say("not mended");
    }
    expect(slips.length).toBeGreaterThan(9);
    expect(wrong).toEqual([]);
  });
});
