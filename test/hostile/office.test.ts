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
  return zipSync({ ...TEMPLATE, ...Object.fromEntries(changed) }, { level: 1 });
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
const TYPES = strFromU8(TEMPLATE["[Content_Types].xml"] as Uint8Array);
const TOO_MANY = "模板里的标签超过 2000 个";
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const SPLIT = run("{{联合") + run("体名称}}");
const body = (xml: string) => docx({ "word/document.xml": DOCUMENT.replace("<w:body>", () => `<w:body>${xml}`) });

/** The template without a part. */
function without(name: string): Uint8Array {
  const { [name]: _, ...rest } = TEMPLATE;
  return zipSync(rest);
}

/** The template with another type for its text. */
function types(from: string, to: string, vendor: string): Uint8Array {
  const changed = TYPES.replace(`vnd.openxmlformats-officedocument.wordprocessingml.${from}`, `vnd.${vendor}.${to}`);
  expect(changed).not.toBe(TYPES);
  return docx({ "[Content_Types].xml": changed });
}

/** The template with a relationship that leads out of it. */
function related(part: string, kind: string, target: string): Uint8Array {
  const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const entry = `<r:Relationship Id="rIdX" Type="${type}" Target="${target}" TargetMode="External"/>`;
  const xml = `<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">${entry}</r:Relationships>`;
  return docx({ [part]: xml });
}

/** The template with the mark of a password at its first part. */
function locked(): Uint8Array {
  const file = Buffer.from(docx({}));
  file.writeUInt16LE(1, file.indexOf("PK\x01\x02") + 8);
  return file;
}

/** The template with a part more, which then gets the name of another. */
function twice(name: string, other: string): Uint8Array {
  const placeholder = "x".repeat(other.length);
  const file = Buffer.from(docx({ [placeholder]: "" }));
  for (let at = file.indexOf(placeholder); at >= 0; at = file.indexOf(placeholder, at + 1)) file.write(other, at);
  expect(name.toLowerCase()).toBe(other.toLowerCase());
  return file;
}

/** The template with 2,000 entries of its directory for the bytes of one large part. */
function overlapping(): Uint8Array {
  const file = Buffer.from(
    zipSync({ ...TEMPLATE, a000: new Uint8Array(MB).map((_, at) => (at * 7919) % 251) }, { level: 0 }),
  );
  const end = file.lastIndexOf("PK\x05\x06");
  const entry = Buffer.from(file.subarray(file.lastIndexOf("PK\x01\x02"), end));
  const more = Array.from({ length: 100 }, (_, number) => {
    const copy = Buffer.from(entry);
    copy.write(`a${String(number + 1).padStart(3, "0")}`, 46);
    return copy;
  });
  const last = Buffer.from(file.subarray(end));
  last.writeUInt16LE(last.readUInt16LE(10) + more.length, 10);
  return Buffer.concat([file.subarray(0, end), ...more, last]);
}

function headers(): Record<string, string> {
  const xml = `<w:hdr xmlns:w="x">${"<w:p/>".repeat(2.5 * MB)}</w:hdr>`;
  return { "word/header1.xml": xml, "word/header2.xml": xml, "word/header3.xml": xml };
}

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
    ["without [Content_Types].xml", () => without("[Content_Types].xml"), "里面没有 [Content_Types].xml"],
    ["with macros", () => docx({ "word/vbaProject.bin": "x" }), "模板带有宏"],
    [
      "that says it has macros",
      () => types("document.main+xml", "document.macroEnabled.main+xml", "ms-word"),
      "模板带有宏",
    ],
    [
      "that says so in other words",
      () =>
        docx({
          "[Content_Types].xml": TYPES.replace(
            "</Types>",
            '<Default Extension="x" ContentType="a/macro&#69;nabled"/></Types>',
          ),
        }),
      "模板带有宏",
    ],
    [
      "with another template elsewhere",
      () => related("word/_rels/settings.xml.rels", "attachedTemplate", "https://example.com/a.dotm"),
      "模板有附加的远程模板(https://example.com/a.dotm)",
    ],
    [
      "with a picture elsewhere",
      () => related("word/_rels/document.xml.rels", "image", "file:///x"),
      "链接到外面的图片",
    ],
    ["with an object elsewhere", () => related("word/_rels/header1.xml.rels", "oleObject", "x"), "链接到外面的对象"],
    ["with a frame elsewhere", () => related("word/_rels/document.xml.rels", "frame", "x"), "链接到外面的内容(frame)"],
    ["with a damaged list of relationships", () => docx({ "word/_rels/a.xml.rels": "<Relationships><" }), "已损坏"],
    ["in UTF-16", () => docx({ "word/styles.xml": Buffer.from("\ufeff<a/>", "utf16le") }), "不是 UTF-8 编码"],
    ["locked with a password", () => locked(), "模板加了密码"],
    ["in which two parts have one name", () => twice("word/styles.xml", "word/Styles.xml"), "模板文件不完整"],
    ["whose parts share their bytes", () => overlapping(), "模板文件不完整"],
    [
      "with paragraphs in paragraphs",
      () => body("<w:p>".repeat(160_000) + "</w:p>".repeat(160_000)),
      "套了 500 层以上",
    ],
    [
      "with smart tags in smart tags",
      () => body(`<w:p>${"<w:smartTag>".repeat(1000)}${"</w:smartTag>".repeat(1000)}</w:p>`),
      "套了 500 层以上",
    ],
    ["with 40,000 tags in one paragraph, each in two runs", () => body(`<w:p>${SPLIT.repeat(40_000)}</w:p>`), TOO_MANY],
    ["with 130,000 tags", () => body(`<w:p>${run("{{联合体名称}}")}</w:p>`.repeat(130_000)), TOO_MANY],
    [
      "with 9,000 tags out of reach",
      () => body(`<w:p><w:hyperlink>${run("{{联合体名称}}")}</w:hyperlink></w:p>`.repeat(9000)),
      TOO_MANY,
    ],
    ["with 9,000 misspelt ones", () => body(`<w:p>${run("｛｛联合体名称｝｝")}</w:p>`.repeat(9000)), TOO_MANY],
    ["with an attribute of 12 MB", () => body(`<w:p a="${"x".repeat(12 * MB)}"/>`), "长得离奇"],
    ["with a text of 12 MB", () => body(`<w:p>${run("{".repeat(12 * MB))}</w:p>`), "长得离奇"],
    ["with a comment of `<`", () => body(`<!--${"<".repeat(3 * MB)}-->`), "注释或 CDATA"],
    ["with CDATA", () => body("<w:p><w:r><w:t><![CDATA[x]]></w:t></w:r></w:p>"), "注释或 CDATA"],
    ["with 45 MB of headers", () => docx(headers()), "一共超过 32 MB"],
    ["cut off", () => docx({}).slice(0, 9000), "模板文件不完整"],
    ["of zeros", () => new Uint8Array(1000), "模板不是 Word 文件"],
    ["of a document with a password", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "加了密码的"],
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

  it.each<[string, () => Uint8Array]>([
    [
      "1,800 tags in one paragraph, each in two runs, among 200,000 runs",
      () => body(`<w:p>${run("x").repeat(100_000)}${SPLIT.repeat(1800)}${run("x").repeat(100_000)}</w:p>`),
    ],
    [
      "a paragraph of 300,000 runs in smart tags",
      () => body(`<w:p>${"<w:smartTag>".repeat(400)}${run("x").repeat(300_000)}${"</w:smartTag>".repeat(400)}</w:p>`),
    ],
    ["sections without an end by the hundred thousand", () => body("<w:sectPr />".repeat(MB))],
    [
      "a table of 100,000 columns",
      () =>
        body(
          `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1"/>'.repeat(100_000)}</w:tblGrid><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="100000"/></w:tcPr><w:p/></w:tc>'.repeat(100_000)}</w:tr></w:tbl>`,
        ),
    ],
    ["a link to a page", () => related("word/_rels/a.xml.rels", "hyperlink", "https://example.com")],
  ])("%s is read, and in time", async (_, make) => {
    writeFileSync(path.join(cwd, "模板.docx"), make());
    const { code, all } = await built(["template", "check", "模板.docx"], { cwd, memory: 1024 });
    expect([code, all]).toEqual([0, expect.stringContaining("可以用")]);
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
