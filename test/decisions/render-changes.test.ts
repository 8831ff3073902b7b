import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { overwriteConflict } from "../../src/api/word.js";
import { bodyLines } from "../../src/render/docx/body-lines.js";
import { readStamps } from "../../src/render/docx/stamps.js";
import { withCustomProperties } from "../../src/render/opc/custom-properties.js";
import { addExtensionType, addRelationship, type Parts } from "../../src/render/opc/parts.js";
import { stampPdf } from "../../src/render/pdf/stamp.js";
import { overwriteConflictText } from "../../src/report/overwrite-conflict/text.js";
import { docx, filled, line, paragraph, run, template } from "../support/docx.js";

// When a Word file or a PDF may be overwritten, and what is reported when it may not.

const COMPILED = template(line("{{甲}}") + line("{{乙}}") + line("尾"));
const made = (甲: string, 乙 = "乙", data = "1") =>
  filled(COMPILED, { 甲, 乙 }, {}, { properties: { "ptc-form": "f", "ptc-data": data } });

/** The file after somebody changed the text of one part. */
function changed(bytes: Uint8Array, change: (xml: string) => string, name = "word/document.xml"): Uint8Array {
  const parts = unzipSync(bytes);
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

const kind = async (there: Uint8Array, fresh: Uint8Array) => (await overwriteConflict("docx", there, fresh))?.kind;

describe("a Word file", () => {
  const ours = made("一");

  it.each<[string, () => Uint8Array, string | undefined]>([
    ["as we wrote it", () => ours, undefined],
    ["as we wrote it of other data", () => made("二", "乙", "2"), undefined],
    ["packed again", () => zipSync(unzipSync(ours)), undefined],
    ["whose text somebody changed", () => changed(ours, (xml) => xml.replace("一", "改")), "edited"],
    ["whose look somebody changed", () => changed(ours, (xml) => xml.replace("<w:p>", '<w:p w:rsid="1">')), "resaved"],
    ["to which somebody added a comment", () => changed(ours, () => "<a/>", "word/comments.xml"), "resaved"],
    ["of somebody else", () => docx(line("一")), "foreign"],
    ["that is none", () => Buffer.from("x"), "foreign"],
    ["that is empty", () => new Uint8Array(), "foreign"],
    ["of ours, damaged", () => changed(ours, (xml) => xml.slice(0, 100)), "foreign"],
  ])("%s", async (_, there, expected) => {
    expect(await kind(there(), made("一"))).toBe(expected);
  });

  it("that only its properties tell apart is as we wrote it", async () => {
    const other = changed(ours, (xml) => `${xml}<!-- -->`, "docProps/app.xml");
    expect(await kind(other, ours)).toBeUndefined();
  });

  it("tells what differs, and whether its data is still the same", async () => {
    const there = changed(made("一\n二"), (xml) => xml.replace("二", "改").replace("尾", "完"));
    expect(await overwriteConflict("docx", there, made("一\n二"))).toEqual({
      kind: "edited",
      sameData: true,
      changes: [
        { after: "一", ours: ["二"], theirs: ["改"] },
        { after: "乙", ours: ["尾"], theirs: ["完"] },
      ],
    });
    expect(await overwriteConflict("docx", there, made("一\n二", "乙", "2"))).toMatchObject({ sameData: false });
  });

  it("tells what was added at its beginning", async () => {
    const there = changed(ours, (xml) => xml.replace("<w:body>", `<w:body>${line("新")}`));
    expect(await overwriteConflict("docx", there, ours)).toMatchObject({
      changes: [{ after: "", ours: [], theirs: ["新"] }],
    });
  });

  it.each([
    [2000, "edited"],
    [2001, "foreign"],
  ])("%d other lines are %s", async (number, expected) => {
    const many = (text: string) => Array.from({ length: number }, (_, at) => `${text}${at}`).join("\n");
    const there = changed(made(many("甲")), (xml) => xml.replace(/甲(?=\d)/gu, "改"));
    expect(await kind(there, made(many("甲")))).toBe(expected);
  });
});

describe("the lines of a Word file", () => {
  it.each<[string, string, string[]]>([
    ["text", line("一") + line("二"), ["一", "二"]],
    ["in several runs", paragraph(run("一") + run("二")), ["一二"]],
    ["of spaces", line("  ") + line(" 一 "), ["一"]],
    ["in a link", `<w:p><w:hyperlink>${run("一")}</w:hyperlink></w:p>`, ["一"]],
    ["inserted", `<w:p><w:ins>${run("一")}</w:ins></w:p>`, ["一"]],
    ["deleted", "<w:p><w:del><w:r><w:delText>一</w:delText></w:r></w:del></w:p>", []],
    [
      "in a text box",
      paragraph(`${run("外")}<w:r><w:txbxContent>${line("内")}</w:txbxContent></w:r>${run("后")}`),
      ["内", "外后"],
    ],
    [
      "once more for older programs",
      paragraph(
        `<mc:AlternateContent><mc:Choice>${run("一")}</mc:Choice><mc:Fallback>${run("一")}</mc:Fallback></mc:AlternateContent>${run("二")}`,
      ),
      ["一二"],
    ],
    ["that are instructions", "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", []],
  ])("%s", (_, body, expected) => {
    expect(bodyLines(docx(body))).toEqual(expected);
  });
});

describe("a PDF", () => {
  const ours = stampPdf(Buffer.from("%PDF-1.7\n%%EOF\n"));
  const pdf = async (there: Uint8Array) => (await overwriteConflict("pdf", there, ours))?.kind;

  it.each<[string, () => Uint8Array, string | undefined]>([
    ["as we wrote it", () => ours, undefined],
    ["without a line at its end", () => stampPdf(Buffer.from("%PDF-1.7\n%%EOF")), undefined],
    ["to which something was added", () => Buffer.concat([ours, Buffer.from("x")]), "resaved"],
    [
      "in which something was changed",
      () => Buffer.from(Buffer.from(ours).toString().replace("1.7", "1.6")),
      "resaved",
    ],
    ["of somebody else", () => Buffer.from("%PDF-1.7\n%%EOF\n"), "foreign"],
    ["with another mark", () => Buffer.from(`%PDF\n%ptc-${"0".repeat(32)}\n`), "resaved"],
    ["with half a mark", () => Buffer.from(`%PDF\n%ptc-${"0".repeat(31)}\n`), "foreign"],
  ])("%s", async (_, there, expected) => {
    expect(await pdf(there())).toBe(expected);
  });

  it("keeps what it held before its mark", () => {
    expect(Buffer.from(ours).toString()).toMatch(/^%PDF-1\.7\n%%EOF\n%ptc-[0-9a-f]{32}\n$/u);
    expect(Buffer.from(stampPdf(Buffer.from("a"))).toString()).toMatch(/^a\n%ptc-/u);
  });
});

describe("the properties of a Word file", () => {
  const parts = (custom?: string): Parts => ({
    "[Content_Types].xml": strToU8('<Types a="b"></Types>'),
    ...(custom !== undefined && { "docProps/custom.xml": strToU8(custom) }),
  });
  const text = (of: Parts, name: string) => strFromU8(of[name] ?? new Uint8Array());

  it("are read back, whatever is in them", () => {
    const bytes = filled(COMPILED, {}, {}, { properties: { "ptc-form": 'a<b>&"c', "ptc-data": "" } });
    expect(readStamps(bytes)).toEqual({ form: 'a<b>&"c', data: "", asWritten: true });
    expect(readStamps(docx(""))).toEqual({ form: undefined, data: undefined, asWritten: false });
  });

  it("that a template had stay, but for ours", () => {
    const had =
      '<Properties><property fmtid="x" pid="2" name="own"><v>1</v></property><property fmtid="x" pid="3" name="ptc-form"><v>2</v></property></Properties>';
    const xml = text(withCustomProperties(parts(had), { "ptc-form": "new" }), "docProps/custom.xml");
    expect([...xml.matchAll(/pid="(\d+)" name="([^"]*)">(.*?)<\/property>/gu)].map((match) => match.slice(1))).toEqual([
      ["2", "own", "<v>1</v>"],
      ["3", "ptc-form", "<vt:lpwstr>new</vt:lpwstr>"],
    ]);
    expect(withCustomProperties(parts(had), {})).not.toHaveProperty("_rels/.rels");
  });

  it("are declared and related where there were none", () => {
    const result = withCustomProperties(parts(), { a: "1" });
    expect(text(result, "[Content_Types].xml")).toContain('PartName="/docProps/custom.xml"');
    expect(text(result, "_rels/.rels")).toContain('Target="docProps/custom.xml"');
    expect(text(result, "_rels/.rels")).toContain("officeDocument/2006/relationships/custom-properties");
  });

  it("declare an ending once, whatever its case, before single parts", () => {
    const of = parts();
    addExtensionType(of, "png", "image/png");
    addExtensionType(of, "png", "image/png");
    expect(text(of, "[Content_Types].xml")).toBe(
      '<Types a="b"><Default Extension="png" ContentType="image/png"/></Types>',
    );
    of["[Content_Types].xml"] = strToU8('<Types><Default Extension="PNG" ContentType="x"/></Types>');
    addExtensionType(of, "png", "image/png");
    expect(text(of, "[Content_Types].xml").match(/Default/gu)).toHaveLength(1);
  });

  it("relate a part in a list that was written as one empty element", () => {
    const of: Parts = { "word/_rels/document.xml.rels": strToU8('<?xml?><Relationships a="b"/>') };
    addRelationship(of, "word/document.xml", { id: "r1", kind: "image", target: "media/$&.png" });
    expect(text(of, "word/_rels/document.xml.rels")).toMatch(
      /^<\?xml\?><Relationships a="b"><Relationship Id="r1" Type="[^"]*\/image" Target="media\/\$&\.png"\/><\/Relationships>$/u,
    );
  });
});

describe("the report of an overwrite conflict", () => {
  const change = (after: string, ours: string[], theirs: string[]) => ({ after, ours, theirs });
  const said = (number: number, sameData = true) =>
    overwriteConflictText(
      "甲\u001b.docx",
      {
        kind: "edited",
        sameData,
        changes: Array.from({ length: number }, (_, at) => change(`前${at}`, ["一"], ["二"])),
      },
      100,
    );

  it.each([
    [5, 5, undefined],
    [6, 5, "还有 1 处"],
    [9, 5, "还有 4 处"],
  ])("of %d changes %d are shown", (number, shown, rest) => {
    const text = said(number);
    expect(text.match(/文件里/gu)).toHaveLength(shown);
    if (rest === undefined) expect(text).not.toContain("还有");
    else expect(text).toContain(rest);
    expect(text).toMatch(/^没有覆盖 甲␛\.docx:/u);
  });

  it("tells whether the YAML was changed too, and where a change stands", () => {
    expect(said(1)).not.toContain("YAML");
    expect(said(1, false)).toContain("YAML 也改过");
    expect(said(1)).toContain("在“前0”之后");
    expect(
      overwriteConflictText("a", { kind: "edited", sameData: true, changes: [change("", [], ["\u001b二"])] }, 100),
    ).toBe("没有覆盖 a:生成以后有人改动过\n  开头\n    文件里  ␛二\n    将写成  (没有)\n");
  });

  it.each([
    [20, "二".repeat(20)],
    [21, `…${"一".repeat(10)}二`],
  ])("leaves out what %d characters have in common", (same, shown) => {
    const common = "一".repeat(same);
    const text = overwriteConflictText(
      "a",
      { kind: "edited", sameData: true, changes: [change("", [`${common}三`], [`${common}二`])] },
      100,
    );
    expect(text).toContain(same === 20 ? `文件里  ${common}二` : `文件里  ${shown}`);
  });

  it("keeps to the width there is, and to twenty columns at least", () => {
    const long = (width: number) =>
      overwriteConflictText(
        "a",
        { kind: "edited", sameData: true, changes: [change("", ["x"], ["一".repeat(50)])] },
        width,
      );
    expect(/文件里 {2}(一*)/u.exec(long(52))?.[1]).toHaveLength(20);
    expect(/文件里 {2}(一*)/u.exec(long(10))?.[1]).toHaveLength(10);
  });

  it("tells a file of somebody else from one that was saved", () => {
    expect(overwriteConflictText("a", { kind: "foreign" }, 80)).toContain("不是 ptc 生成的");
    expect(overwriteConflictText("a", { kind: "resaved", sameText: true }, 80)).toContain("正文文字没有变");
    expect(overwriteConflictText("a", { kind: "resaved" }, 80)).toContain("签章");
  });
});
