import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { type FormDocument, fix, wordRenderer } from "../../src/index.js";
import { checkTexts, forms, root, today } from "../support/check.js";
import { readWord } from "../support/word.js";

// What is pasted from Word and Excel is printed as it was meant, once it is fixed.

const EXAMPLE = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

async function printed(text: string) {
  const { documents } = await checkTexts({ "甲.yaml": text });
  const document = documents[0] as FormDocument;
  const fill = await wordRenderer(document.form, document.kindName, { forms });
  const { part } = readWord(fill(document));
  return part("word/document.xml");
}

it("tables, lists, names and line breaks", async () => {
  const pasted = EXAMPLE.replace("特色与创新: |\n", (head) =>
    [
      `${head}  平台\t面积|㎡\t备注`,
      "  冷链\u200b平台\t3200\t",
      "  \uf06c\t共享设备",
      "  三\u00ad段递进\u2028六共",
      "",
    ].join("\n"),
  ).replace("推荐市州: 长沙市", "推荐市州: 长\ufeff沙市");
  const { text } = await fix({ file: "甲.yaml", text: pasted }, { forms, today });
  const xml = await printed(text);
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, run]) => run).join(""),
  );
  for (const each of ["平台", "面积|㎡", "备注", "冷链平台", "3200", "三段递进", "六共"])
    expect(paragraphs).toContain(each);
  expect(paragraphs.some((each) => /^\P{L}*共享设备$/u.test(each))).toBe(true);
  expect(paragraphs.join("")).not.toMatch(/[\t\uf06c\u2028]|\p{Default_Ignorable_Code_Point}/u);
});

it("what nobody sees is not printed, even before it is fixed", async () => {
  const xml = await printed(
    EXAMPLE.replace("推荐市州: 长沙市", "推荐市州: 长\u200b沙市").replace("特色与创新: |\n", "$&  三\u00ad段\n"),
  );
  expect(xml).toContain("三段");
  expect(xml).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
});
