import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fix } from "../../src/index.js";
import { checkTexts, forms, root } from "../support/check.js";
import { sample } from "../support/scale.js";
import { TYPING_SLIPS, type TypingSlip } from "../support/typing-slips.js";

// One slip on a line of a valid file: after `ptc fix` the data are as they were, or something is said. A file that is
// found to be without fault and says something else than was meant is the worst there can be.

/** A day after all that the examples report. */
const today = "2026-01-20";

const FOLDER = path.join(root, "examples/hunan-2024");
const FILES = ["application.yaml", "city", "published", "tracking"].flatMap((name) =>
  name.endsWith(".yaml")
    ? [name]
    : readdirSync(path.join(FOLDER, name), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".yaml"))
        .map((file) => path.join(name, file)),
);

const TEXTS = FILES.map((file) => ({
  file,
  lines: readFileSync(path.join(FOLDER, file), "utf8").trimEnd().split("\n"),
}));
const LINES = TEXTS.flatMap(({ file, lines }) => lines.map((_, at) => ({ file, lines, at })));

interface Found {
  /** The data, without white space: where a text breaks its lines is not what is looked at here. */
  data: string;
  said: Set<string>;
}

async function read(text: string): Promise<Found> {
  const { documents, diagnostics } = await checkTexts({ 甲: text }, { today });
  return {
    data: JSON.stringify(documents[0]?.data ?? null, inOrder).replace(/\s|\\n/gu, ""),
    said: new Set(diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`)),
  };
}

/** Data do not depend on the order of fields. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const originals = new Map<string, Promise<Found>>();

type Outcome = "right" | "mended" | "told" | "wrong";

async function outcomeOf(slip: TypingSlip, { file, lines, at }: (typeof LINES)[number]): Promise<Outcome | undefined> {
  const slipped = slip(lines, at);
  if (!slipped) return undefined;
  const original = await (originals.get(file) ??
    (originals.set(file, read(`${lines.join("\n")}\n`)).get(file) as Promise<Found>));
  const text = `${slipped.join("\n")}\n`;
  const { text: fixed, changed } = await fix({ file, text }, { forms, today, draft: true });
  const { data, said } = await read(fixed);
  if (data === original.data) return changed ? "mended" : "right";
  return [...said].some((each) => !original.said.has(each)) ? "told" : "wrong";
}

describe("after fix, the data are as they were or something is said", () => {
  it.each(Object.entries(TYPING_SLIPS))("%s", async (name, slip) => {
    const places = LINES.filter(({ lines, at }) => slip(lines, at) !== undefined);
    const counts: Record<string, number> = {};
    const wrong: string[] = [];
    for (const place of sample(places, 3)) {
      const outcome = (await outcomeOf(slip, place)) ?? "none";
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (outcome === "wrong") wrong.push(`${place.file}:${place.at + 1} ${place.lines[place.at]}`);
    }
    // whoever tries more wants to know what came of it
    if (process.env["TEST_SCALE"]) process.stdout.write(`${name}\t${JSON.stringify(counts)}\n`);
    expect(wrong).toEqual([]);
  });
});
