import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { built } from "../support/built.js";
import { root } from "../support/check.js";
import { writeJpeg } from "../support/jpeg.js";
import { emptyFolder, ptc } from "../support/run.js";

// Word files meant to take memory, or to have other files read: as a template, and where one is to be written.

const TEMPLATE = unzipSync(readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx")));
const DOCUMENT = strFromU8(TEMPLATE["word/document.xml"] as Uint8Array);
const GOOD = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"));
const MB = 1024 * 1024;

let cwd: string;
beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(path.join(cwd, "application.yaml"), GOOD);
});

/** The template with other parts. */
function docx(parts: Record<string, Uint8Array | string>): Uint8Array {
  const changed = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync({ ...TEMPLATE, ...Object.fromEntries(changed) });
}

/** A zip archive whose directory says that everything unpacks to ten bytes. */
function lying(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  for (let at = file.indexOf("PK\x01\x02"); at >= 0; at = file.indexOf("PK\x01\x02", at + 4))
    file.writeUInt32LE(10, at + 24);
  return file;
}

const bombed = docx({ "word/media/a.png": new Uint8Array(300 * MB) });
const bomb = () => bombed;
const doctype = (inner: string) => DOCUMENT.replace("<w:document", `<!DOCTYPE w:document [${inner}]><w:document`);
const many = () => Object.fromEntries(Array.from({ length: 6000 }, (_, number) => [`word/x${number}`, ""]));

describe("as a template", () => {
  it.each<[string, () => Uint8Array, string]>([
    ["that unpacks to 300 MB", bomb, "模板解压后太大"],
    ["that hides it", () => lying(bomb()), "模板解压后太大"],
    ["with 30 MB of text", () => docx({ "word/document.xml": new Uint8Array(30 * MB) }), "模板解压后太大"],
    ["with 6,000 parts", () => docx(many()), "模板解压后太大"],
    [
      "with external entities",
      () => docx({ "word/document.xml": doctype('<!ENTITY x SYSTEM "file:///etc/passwd">') }),
      "DOCTYPE",
    ],
    [
      "with entities that grow",
      () => docx({ "word/styles.xml": '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><a>&b;</a>' }),
      "DOCTYPE",
    ],
    [
      "with an entity nobody declared",
      () => docx({ "word/document.xml": DOCUMENT.replace("<w:body>", "<w:body>&x;") }),
      "已损坏",
    ],
    ["with a part elsewhere", () => docx({ "../../x.txt": "" }), "指向别处"],
    [
      "with properties without end",
      () => docx({ "docProps/custom.xml": '<property name="'.repeat(9000) }),
      "自定义属性太多",
    ],
    ["cut off", () => docx({}).slice(0, 9000), "模板文件不完整"],
    ["of zeros", () => new Uint8Array(1000), "模板不是 Word 文件"],
    ["of nothing", () => new Uint8Array(), "模板不是 Word 文件"],
  ])("%s", async (_, make, sentence) => {
    writeFileSync(path.join(cwd, "模板.docx"), make());
    for (const args of [
      ["template", "check", "模板.docx"],
      ["render", "--docx", "--template", "模板.docx"],
    ])
      expect(await ptc(args, { cwd })).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
  });

  it("with 256 MB of memory, and lines of spaces after a brace", async () => {
    writeFileSync(path.join(cwd, "大.docx"), bomb());
    expect((await built(["template", "check", "大.docx"], { cwd })).code).toBe(2);
    const spaces = `<w:p><w:r><w:t xml:space="preserve">${`{{${" ".repeat(20_000)}`.repeat(5)}</w:t></w:r></w:p>`;
    writeFileSync(
      path.join(cwd, "空.docx"),
      docx({ "word/document.xml": DOCUMENT.replace("<w:body>", `<w:body>${spaces}`) }),
    );
    expect((await built(["template", "check", "空.docx"], { cwd })).code).toBe(0);
  });

  it("a part with a name that means something to JavaScript", async () => {
    writeFileSync(path.join(cwd, "模板.docx"), docx({ constructor: "x", toString: "x" }));
    expect((await ptc(["template", "check", "模板.docx"], { cwd })).code).toBe(0);
  });
});

describe("where a document is to be written", () => {
  it.each<[string, () => Uint8Array]>([
    ["one that unpacks to 300 MB", bomb],
    ["one that hides it", () => lying(bomb())],
    ["one of 60 MB", () => new Uint8Array(60 * MB)],
    ["one of ours, damaged", () => docx({ "word/document.xml": "<w:p", "docProps/custom.xml": ours() })],
    [
      "one of ours, with other lines",
      () => docx({ "word/document.xml": lines(40_000), "docProps/custom.xml": ours() }),
    ],
  ])("%s is kept", async (_, make) => {
    const bytes = make();
    writeFileSync(path.join(cwd, "application.docx"), bytes);
    expect(await ptc(["render", "--docx"], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining("没有覆盖 application.docx"),
    });
    expect(Buffer.compare(readFileSync(path.join(cwd, "application.docx")), bytes)).toBe(0);
  });
});

/** Marks of a document of ours that was changed. */
function ours(): string {
  return '<property name="ptc-form"><vt:lpwstr>hunan-2024/推荐书</vt:lpwstr></property>';
}

function lines(number: number): string {
  const all = Array.from({ length: number }, (_, each) => `<w:p><w:r><w:t>${each}</w:t></w:r></w:p>`);
  return `<w:document><w:body>${all.join("")}</w:body></w:document>`;
}

describe("pictures", () => {
  it("of more than 50 MB together are not taken in, one shown often is read once", async () => {
    const large = Buffer.concat([writeJpeg(8, 8), Buffer.alloc(9 * MB)]);
    for (let number = 0; number < 7; number += 1) writeFileSync(path.join(cwd, `${number}.jpg`), large);
    const all = Array.from({ length: 7 }, (_, number) => `  ![](${number}.jpg)\n`).join("");
    const often = "  ![](0.jpg)\n".repeat(500);
    const yaml = (text: string) => `表单: hunan-2024/推荐书\n建设规划: |\n${text}`;
    writeFileSync(path.join(cwd, "甲.yaml"), yaml(all));
    writeFileSync(path.join(cwd, "乙.yaml"), yaml(often));
    const { out } = await ptc(["validate", "--draft", "甲.yaml", "乙.yaml", "--format", "concise"], { cwd });
    expect(out.match(/picture\/file .*/gu)).toEqual([
      "picture/file 到图片“5.jpg”为止,图片一共超过 50 MB",
      "picture/file 到图片“6.jpg”为止,图片一共超过 50 MB",
    ]);
    expect((await built(["render", "--docx", "--force", "乙.yaml"], { cwd })).code).toBe(1);
  });

  it.each([
    "../秘密.png",
    "/etc/passwd",
    "C:\\秘密.png",
    "http://example.com/a.png",
    "\\\\server\\a.png",
    "图/../../a.png",
  ])("at %s are not looked at", async (name) => {
    const input = `表单: hunan-2024/推荐书\n建设规划: |\n  ![](${name})\n`;
    const { code, out } = await ptc(["validate", "--draft", "-", "--format", "concise"], { cwd, input });
    expect(code).toBe(1);
    expect(out).toMatch(/picture\/file (?:图片“.*”不在 YAML 文件所在的文件夹里|找不到图片)/u);
  });
});
