import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readWordDocument, WordFileError } from "../../src/api/read-word.js";
import { documentYaml } from "../../src/form/document-yaml.js";
import { wordRenderer } from "../../src/index.js";
import { pictureFinder } from "../../src/io/files/find-picture.js";
import type { FormDocument } from "../../src/model/document.js";
import type { Form } from "../../src/model/form.js";
import { valueAt } from "../../src/text/json-pointer.js";
import { checkTexts, forms, root, today } from "../support/check.js";
import { printedValues } from "../support/printed-values.js";
import { yamlFiles } from "../support/yaml-files.js";

const EXAMPLES = "examples/hunan-2024";
const valid = yamlFiles(EXAMPLES)
  .map((file) => path.relative(root, file).split(path.sep).join("/"))
  // a record of changes is not printed
  .filter((file) => !/\/(?:broken|\.[^/]+)\/|\/\.[^/]+$|\/changes\//u.test(file));

async function documentOf(text: string): Promise<FormDocument> {
  const { documents } = await checkTexts({ "a.yaml": text }, { draft: true, today });
  return documents[0] as FormDocument;
}

/** Reads a Word file and gives the document that its YAML makes. */
async function importedFrom(bytes: Uint8Array): Promise<FormDocument> {
  const read = await readWordDocument(bytes, forms);
  return documentOf(documentYaml(read.form, read.kindName, { schemaPath: "s", file: "a.yaml", data: read.data }).text);
}

async function render(file: string): Promise<{ document: FormDocument; bytes: Uint8Array }> {
  const document = { ...(await documentOf(readFileSync(path.join(root, file), "utf8"))) };
  const findPicture = pictureFinder(root);
  const print = await wordRenderer(document.form, document.kindName, {
    forms,
    findPicture: (_, name) => findPicture(file, name),
  });
  return { document, bytes: print(document) };
}

it.each(valid)("gives back from the Word file of %s all that it prints", async (file) => {
  const { document, bytes } = await render(file);
  expect(printedValues(await importedFrom(bytes))).toEqual(printedValues(document));
});

/** Leaves out what is bold, which other people print otherwise. */
function plain(values: Map<string, string>): Map<string, string> {
  const textOf = (blocks: string) => [...blocks.matchAll(/"(?:text|caption)":"([^"]*)"/gu)].map(([, text]) => text);
  return new Map([...values].map(([tag, blocks]) => [tag, textOf(blocks).join("")]));
}

describe("of forms filled by other people", () => {
  it.each([
    ["甲-官方版式", "application.yaml", []],
    ["甲-标签写在格内", "application.yaml", ["表1 第7行第1格"]],
    ["乙-拆开的文字", "city/文旅融合产教联合体.yaml", []],
    ["丙-另一版式", "city/新能源装备产教联合体.yaml", []],
  ])("%s holds what %s does", async (name, example, unrecognised) => {
    const bytes = readFileSync(path.join(root, "test/word/forms", `${name}.docx`));
    const read = await readWordDocument(bytes, forms);
    const wanted = plain(printedValues(await documentOf(readFileSync(path.join(root, EXAMPLES, example), "utf8"))));
    // the recommendation was left out
    wanted.delete("推荐意见");
    const found = plain(printedValues(await importedFrom(bytes)));
    expect([...found.keys()].filter((tag) => found.get(tag) !== wanted.get(tag))).toEqual([]);
    expect([...wanted.keys()].filter((tag) => !found.has(tag))).toEqual([]);
    expect([...read.doubts]).toEqual([]);
    expect(read.unrecognised.map(({ cell }) => `表${cell.table} 第${cell.row}行第${cell.column}格`)).toEqual(
      unrecognised,
    );
  });
});

describe("the same form in other styles holds the same", () => {
  const bytes = readFileSync(path.join(root, "test/word/forms/甲-官方版式.docx"));
  const cellOf = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>999</w:delText></w:r></w:del>';

  it.each<[string, (xml: string) => string]>([
    [
      "with a column of numbers in front",
      (xml) => xml.replace(/<w:tr[ >](?:(?!<w:tc>).)*/gsu, (row) => row + cellOf("1")),
    ],
    ["with a column for remarks behind", (xml) => xml.replaceAll("</w:tr>", `${cellOf("")}</w:tr>`)],
    [
      "with spaces in the labels",
      (xml) => xml.replace(/(?<=>)(?:人员总数|共建专业|技能鉴定量)(?=<)/gu, (label) => [...label].join(" ")),
    ],
    ["with colons behind the labels", (xml) => xml.replace(/(?<=>)(?:人员总数|牵头单位负担|联系电话)(?=<)/gu, "$&：")],
    ["with tracked deletions", (xml) => xml.replaceAll("</w:p>", `${deleted}</w:p>`)],
    [
      "with hidden text",
      (xml) => xml.replaceAll("</w:p>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>"),
    ],
  ])("%s", async (_, change) => {
    const parts = unzipSync(bytes);
    const before = strFromU8(parts["word/document.xml"] as Uint8Array);
    const after = change(before);
    expect(after).not.toBe(before);
    parts["word/document.xml"] = strToU8(after);
    const [expected, found] = await Promise.all([bytes, zipSync(parts)].map((each) => readWordDocument(each, forms)));
    expect(found?.data).toEqual(expected?.data);
    expect([...(found?.doubts.values() ?? [])]).toEqual([]);
  });
});

/** Reads the official sample with changed XML. */
async function readChanged(change: (xml: string) => string) {
  const parts = unzipSync(readFileSync(path.join(root, "test/word/forms/甲-官方版式.docx")));
  const before = strFromU8(parts["word/document.xml"] as Uint8Array);
  const after = change(before);
  expect(after).not.toBe(before);
  parts["word/document.xml"] = strToU8(after);
  return readWordDocument(zipSync(parts), forms);
}

const TEACHERS = "/办学成效和服务能力/资源共建共享/师资共建共享/企业兼职教师/2022";

describe("what is not certain is marked", () => {
  it.each<[string, (xml: string) => string, string, string, unknown]>([
    [
      "two figures under one label without their units",
      (xml) => xml.replace(/(?<=\d)(?:人次|课时数?)(?=<)/gu, ""),
      `${TEACHERS}/课时数`,
      "只按先后次序认的",
      16800,
    ],
    [
      "figures whose years are not printed",
      (xml) => xml.replace(/(?<=>)202[23] ?年(?=<)/gu, "甲乙丙丁戊己庚辛壬癸子丑寅"),
      "/办学成效和服务能力/人才培养质量/中高本衔接培养/2022",
      "没有看到是哪一年;只按先后次序认的",
      180,
    ],
    [
      "words where a figure belongs",
      (xml) => xml.replace(/(?<=>)1280\.5(?=<)/u, "见附表"),
      "/联合体概况/园区总产值",
      "内容不像这一栏的;不是数字",
      "见附表",
    ],
  ])("%s", async (_, change, pointer, doubt, value) => {
    const read = await readChanged(change);
    expect([read.doubts.get(pointer), valueAt(read.data, pointer)]).toEqual([doubt, value]);
  });

  it("a figure in the first column that is no number of a row is not passed over", async () => {
    const cells = ["77", "另有"].map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join("");
    const { unrecognised } = await readChanged((xml) => xml.replace("</w:tr>", `</w:tr><w:tr>${cells}</w:tr>`));
    expect(unrecognised.map(({ text }) => text)).toEqual(["77", "另有"]);
  });
});

it("keeps a table of short words beside long texts in a narrative", async () => {
  const long = "建立月调度、季通报、年考核制度,理事会每季度听取一次汇报".repeat(4);
  const table = `  | 机制 | ${long} |\n  | --- | --- |\n  | 平台 | ${long} |\n`;
  const example = readFileSync(path.join(root, EXAMPLES, "application.yaml"), "utf8");
  const document = await documentOf(example.replace(/(?<=建设规划: \|\n)[\s\S]*?(?=\n\S)/u, table));
  const print = await wordRenderer(document.form, document.kindName, { forms });
  const found = printedValues(await importedFrom(print(document))).get("建设规划");
  expect(found).toContain("机制");
  expect(found).toBe(printedValues(document).get("建设规划"));
});

describe("a blank form", async () => {
  const form = (await forms.open("hunan-2024")) as Form;
  it.each(Object.keys(form.documents).filter((kindName) => form.documents[kindName]?.layout))(
    "of the kind %s has no value at all",
    async (kindName) => {
      const print = await wordRenderer(form, kindName, { forms });
      const { data, missing, doubts, unrecognised, kindName: found } = await readWordDocument(print(undefined), forms);
      expect({
        data,
        missing: missing.map(({ pointer }) => pointer),
        doubts: [...doubts],
        unrecognised,
        found,
      }).toEqual({
        data: {},
        missing: [],
        doubts: [],
        unrecognised: [],
        found: kindName,
      });
    },
  );
});

it.each<[string, Uint8Array | string, string]>([
  ["a text", "表单: hunan-2024/推荐书\n", "这不是 Word 文件"],
  ["an old Word file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), "另存为 .docx"],
  ["half a file", "PK\u0003\u0004", "文件不完整"],
  ["a workbook", readFileSync(path.join(root, "templates/hunan-2024/汇总表.xlsx")), "这不是 Word 文件"],
])("says of %s why it is not read", async (_, bytes, message) => {
  const read = readWordDocument(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, forms);
  await expect(read).rejects.toThrow(WordFileError);
  await expect(read).rejects.toThrow(message);
});
