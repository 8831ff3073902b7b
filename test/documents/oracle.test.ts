import { readFileSync } from "node:fs";
import path from "node:path";
import { PatchType, patchDocument, TextRun } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import type { FormDocument } from "../../src/index.js";
import { compileTemplate } from "../../src/render/docx/fill/compile-template.js";
import { printed } from "../../src/views/print.js";
import { checkFiles, root } from "../support/check.js";
import { findAll, type Node, parseXml } from "../support/xml.js";

// The shipped template filled by us and by the docx package, which knows nothing of our way: paragraph by
// paragraph the same text in the same type.

type Parts = Record<string, Uint8Array>;

const PARTS = ["document", "header1", "header2", "header3"].map((name) => `word/${name}.xml`);
let tags: string[];
let values: Map<string, string>;
let ours: Parts;
let theirs: Parts;

beforeAll(async () => {
  const data = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
  const [document] = (await checkFiles(["examples/hunan-2024/application.yaml"])).documents;
  const compiled = compileTemplate(data, []);
  tags = compiled.tags.map(({ tag }) => tag);
  values = new Map([...new Set(tags)].map((tag, index) => [tag, lineFor(tag, index, document as FormDocument)]));
  ours = unzipSync(
    compiled.fill(
      {
        values: new Map([...values].map(([tag, text]) => [tag, [{ kind: "paragraph", runs: [{ text }] }]])),
        entries: new Map(),
      },
      { properties: {} },
    ),
  );
  theirs = unzipSync(
    await patchDocument({
      outputType: "uint8array",
      data,
      patches: Object.fromEntries(
        [...values].map(([tag, text]) => [tag, { type: PatchType.PARAGRAPH, children: [new TextRun(text)] }]),
      ),
      placeholderDelimiters: { start: "{{", end: "}}" },
      keepOriginalStyles: true,
    }),
  );
});

/** What the example prints there; what is hard to write where that is not one line, and in every third place. */
function lineFor(tag: string, index: number, document: FormDocument): string {
  const [first, ...more] = printed(document).values.get(tag) ?? [];
  const oneLine = first?.kind === "paragraph" && more.length === 0 && first.runs.length === 1;
  if (oneLine && index % 3 > 0) return first.runs[0]?.text as string;
  return `第${index}处 “引号”‘单引号’ "A" & <w:t> ${index * 1.5}%　末尾 `;
}

it("has every tag of the form, and both kinds of values", () => {
  expect(new Set(tags).size).toBeGreaterThan(100);
  const hard = [...values.values()].filter((text) => text.includes("<w:t>"));
  expect(hard.length).toBeGreaterThan(10);
  expect(values.size - hard.length).toBeGreaterThan(10);
});

it.each(PARTS)("fills %s as patchDocument does", (part) => {
  const [mine, other] = [paragraphs(ours, part), paragraphs(theirs, part)];
  expect(mine.length).toBe(other.length);
  for (const [index, runs] of mine.entries()) expect(runs).toEqual(other[index]);
});

it("left no tag, and printed every value as often as its tag stood there", () => {
  const text = PARTS.flatMap((part) => paragraphs(ours, part).map((runs) => runs.map(([own]) => own).join("")));
  expect(text.filter((line) => line.includes("{{"))).toEqual([]);
  for (const [tag, value] of values) {
    if (!value.includes("<w:t>")) continue;
    expect(text.filter((line) => line.includes(value))).toHaveLength(tags.filter((each) => each === tag).length);
  }
});

/** Paragraphs as runs of text, each with its properties. */
function paragraphs(parts: Parts, part: string): [text: string, properties: string][][] {
  return findAll(parseXml(strFromU8(parts[part] as Uint8Array)), "w:p").map((paragraph) =>
    alike(
      paragraph.children
        .filter(({ name }) => name === "w:r")
        .map((run): [string, string] => [
          findAll(run, "w:t")
            .map(({ text }) => text)
            .join(""),
          run.children
            .filter(({ name }) => name === "w:rPr")
            .map(normalised)
            .join(""),
        ]),
    ),
  );
}

/** Normalised: text that goes on in the same type may be one run or two, and patchDocument leaves empty runs. */
function alike(runs: [string, string][]): [string, string][] {
  const result: [string, string][] = [];
  for (const [text, properties] of runs.filter(([text]) => text !== "")) {
    const last = result.at(-1);
    if (last && last[1] === properties) last[0] += text;
    else result.push([text, properties]);
  }
  return result;
}

/** Normalised: properties, and their attributes, mean the same in any order, and each library has its own. */
function normalised({ name, attributes, children }: Node): string {
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${own.sort().join("")}>${children.map(normalised).sort().join("")}</>`;
}
