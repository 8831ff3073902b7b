import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { pictureFinder, TemplateError, wordRenderer } from "../../src/index.js";
import { checkTexts, forms, root } from "../support/check.js";
import { writeJpeg } from "../support/jpeg.js";
import { WHITE, writePng } from "../support/picture.js";
import { emptyFolder, ptc } from "../support/run.js";
import { python, tools } from "../support/tools.js";
import { wordFaults } from "../support/validator.js";
import { readWord } from "../support/word.js";
import { find, findAll, type Node, parseXml } from "../support/xml.js";

// Pictures in the Word 推荐书, read from its XML: how large they stand, in what paragraph, and as which file.

/** English Metric Units: how Word counts lengths in drawings. */
const EMU = { pixel: 9525, twip: 635, mm: 36_000 };

const png = (width: number, height: number) =>
  writePng({ width, height, levels: new Uint8Array(width * height).fill(WHITE) });

const PLAN = `前文。

![图1 宽](宽.png)

![图2 小](小.png)

![图3 高](照片/高.jpg)

![](小.png)
后文。`;
const PRACTICE = "2023年前文。\n![图4 半栏](宽.png)\n后文。";

let folder: string;
let bytes: Uint8Array;
let body: Node;

/** Fills a document of these two narratives, one as wide as the page and one in a column of two. */
async function fill(plan: string, practice = "", template?: Uint8Array): Promise<Uint8Array> {
  const text = stringify({
    表单: "hunan-2024/推荐书",
    联合体名称: "甲",
    建设规划: plan,
    办学成效和服务能力: { 人才培养质量: { 新方法新技术新工艺新标准引入教育教学实践情况: { 2023: practice } } },
  });
  const [document] = (await checkTexts({ "长沙/甲.yaml": text }, { draft: true })).documents;
  if (!document) throw new Error("not read");
  const options = { forms, template, findPicture: pictureFinder(folder) };
  return (await wordRenderer(document.form, document.kindName, options))(document);
}

beforeAll(async () => {
  folder = emptyFolder();
  mkdirSync(path.join(folder, "长沙/照片"), { recursive: true });
  const put = (name: string, content: Buffer) => writeFileSync(path.join(folder, "长沙", name), content);
  put("宽.png", png(1600, 400));
  put("小.png", png(100, 50));
  put("照片/高.jpg", writeJpeg(200, 4000));
  bytes = await fill(PLAN, PRACTICE);
  body = bodyOf(bytes);
});

function bodyOf(word: Uint8Array): Node {
  return parseXml(readWord(word).part("word/document.xml"));
}

/** The cell with this text and the room in it, as Word counts: its width less its margins. */
function cellWith(text: string): { cell: Node; room: number } {
  const cell = findAll(body, "w:tc").find((each) => textOf(each).includes(text)) as Node;
  const properties = find(cell, "w:tcPr")[0] as Node;
  const width = (name: string) => Number(find(properties, name)[0]?.attributes["w:w"]);
  const margins = find(properties, "w:tcMar")[0] as Node;
  const side = (name: string) => Number(find(margins, name)[0]?.attributes["w:w"]);
  return { cell, room: (width("w:tcW") - side("w:left") - side("w:right")) * EMU.twip };
}

function textOf(node: Node): string {
  return findAll(node, "w:t")
    .map(({ text }) => text)
    .join("");
}

/** What a Word file says its parts are, by the ending of their names. */
function endings(word: Uint8Array): [string, string][] {
  return findAll(parseXml(readWord(word).part("[Content_Types].xml")), "Default").map(({ attributes }) => [
    String(attributes.Extension),
    String(attributes.ContentType),
  ]);
}

/** Width and height of a cell's drawings, which must say it the same twice. */
function sizes(cell: Node): number[][] {
  const all = (name: string) =>
    findAll(cell, name).map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)]);
  expect(all("a:ext")).toEqual(all("wp:extent"));
  return all("wp:extent");
}

/** The part of the height for text on a page, which a picture takes at most. */
function highest(): number {
  const [size, margins] = ["w:pgSz", "w:pgMar"].map((name) => find(body, name)[0]?.attributes ?? {});
  const text = Number(size?.["w:h"]) - Number(margins?.["w:top"]) - Number(margins?.["w:bottom"]);
  return Math.round(text * 0.42 * EMU.twip);
}

describe("a picture", () => {
  it("is as wide as the room in its cell at most, keeps its proportions, and its size when small", () => {
    const { cell, room } = cellWith("图1 宽");
    expect(room).toBeGreaterThan(150 * EMU.mm);
    const high = highest();
    expect(high / EMU.mm).toBeCloseTo(104, 0);
    expect(sizes(cell)).toEqual([
      [room, Math.round(room / 4)],
      [100 * EMU.pixel, 50 * EMU.pixel],
      [Math.round(high / 20), high],
      [100 * EMU.pixel, 50 * EMU.pixel],
    ]);
  });

  it("is as wide as half a page where that is its column", () => {
    const { cell, room } = cellWith("图4 半栏");
    expect(room).toBeLessThan(80 * EMU.mm);
    expect(sizes(cell)).toEqual([[room, Math.round(room / 4)]]);
  });

  it("stands in one paragraph with its caption, in the middle, as high as it is", () => {
    const paragraphs = findAll(body, "w:p").filter((each) => find(each, "w:drawing").length > 0);
    expect(paragraphs.map(textOf)).toEqual(["图4 半栏", "图1 宽", "图2 小", "图3 高", ""]);
    for (const paragraph of paragraphs) {
      const [properties, picture, ...caption] = paragraph.children as [Node, Node, ...Node[]];
      expect(properties.name).toBe("w:pPr");
      expect(find(picture, "wp:inline")).toHaveLength(1);
      const said = (name: string) => find(properties, name)[0]?.attributes;
      expect(said("w:spacing")).toMatchObject({ "w:line": "240", "w:lineRule": "auto" });
      expect(said("w:ind")).toEqual({ "w:left": "0", "w:right": "0", "w:firstLineChars": "0", "w:firstLine": "0" });
      expect(said("w:jc")).toEqual({ "w:val": "center" });
      expect(said("w:keepLines")).toBeDefined();
      expect(
        caption.flatMap(({ children }) => children.map(({ name }) => name)).filter((name) => name !== "w:rPr"),
      ).toEqual(textOf(paragraph) === "" ? [] : ["w:br", "w:t"]);
    }
  });

  it("stands between the paragraphs around it, which keep their indent", () => {
    const lines = find(cellWith("图1 宽").cell, "w:p");
    expect(lines.map(textOf)).toEqual(["(1000字以内)", "前文。", "图1 宽", "图2 小", "图3 高", "", "后文。"]);
    for (const at of [1, 6]) expect(find(lines[at] as Node, "w:ind")[0]?.attributes["w:firstLineChars"]).toBe("200");
  });

  it("has a number of its own and a name for those who cannot see it", () => {
    const all = findAll(body, "wp:docPr").map(({ attributes }) => attributes);
    expect(new Set(all.map(({ id }) => id)).size).toBe(5);
    expect(all.map(({ descr }) => descr)).toEqual(["图4 半栏", "图1 宽", "图2 小", "图3 高", ""]);
  });

  it("may have a caption and a name of any characters", async () => {
    const caption = `<w:p>&"'{{推荐市州}}$&`;
    const other = bodyOf(await fill(`![${caption}](小.png)\n![](<&$'{{x}}>.png)`));
    const [drawing] = findAll(other, "wp:docPr");
    expect(drawing?.attributes).toMatchObject({ name: caption, descr: caption });
    const lines = findAll(other, "w:p").map(textOf);
    expect(lines).toContain(caption);
    expect(lines).toContain("[缺图片:<&$'{{x}}>.png]");
  });
});

describe("the file", () => {
  it("holds each picture once, as it was", () => {
    const parts = unzipSync(bytes);
    const media = Object.keys(parts).filter((name) => name.startsWith("word/media/"));
    const kept = (name: string) => readFileSync(path.join(folder, "长沙", name)).toString("base64");
    expect(media.map((name) => Buffer.from(parts[name] as Uint8Array).toString("base64")).sort()).toEqual(
      [kept("宽.png"), kept("小.png"), kept("照片/高.jpg")].sort(),
    );
    expect(media.map((name) => path.extname(name)).sort()).toEqual([".jpeg", ".png", ".png"]);
  });

  it("relates each drawing to its picture, once, and says what kind it is", () => {
    const word = readWord(bytes);
    const related = findAll(parseXml(word.part("word/_rels/document.xml.rels")), "Relationship")
      .map(({ attributes }) => attributes)
      .filter(({ Type }) => Type?.endsWith("/image"));
    expect(related).toHaveLength(3);
    expect(new Set(related.map(({ Target }) => Target)).size).toBe(3);
    const target = new Map(related.map(({ Id, Target }) => [Id, Target]));
    const shown = findAll(body, "a:blip").map(({ attributes }) => target.get(attributes["r:embed"] as string));
    expect(shown.map((name) => unzipSync(bytes)[`word/${name}`]?.length)).toEqual(
      ["宽.png", "宽.png", "小.png", "照片/高.jpg", "小.png"].map(
        (name) => readFileSync(path.join(folder, "长沙", name)).length,
      ),
    );
    for (const ending of ["png", "jpeg"])
      expect(endings(bytes).filter(([each]) => each === ending)).toEqual([[ending, `image/${ending}`]]);
  });

  it("is the same each time", async () => {
    expect(Buffer.compare(bytes, await fill(PLAN, PRACTICE))).toBe(0);
  });

  it("holds no picture of the document filled before it", async () => {
    const names = Object.keys(unzipSync(await fill("没有图")));
    expect(names.filter((name) => name.includes("media"))).toEqual([]);
  });

  it.skipIf(!tools.validator)("passes the Open XML validator", async () => {
    expect(await wordFaults(bytes)).toEqual([]);
  });

  it.skipIf(!tools.python)("is read by python-docx, pictures and all", () => {
    const READ = `
import docx, json, sys
d = docx.Document(sys.argv[1])
shapes = list(d.inline_shapes)
print(json.dumps([[s.width, s.height, d.part.related_parts[s._inline.graphic.graphicData.pic.blipFill.blip.embed].image.content_type] for s in shapes]))`;
    const file = path.join(folder, "python.docx");
    writeFileSync(file, bytes);
    const [column, page] = [cellWith("图4 半栏").room, cellWith("图1 宽").room];
    expect(python(READ, file)).toEqual([
      [column, Math.round(column / 4), "image/png"],
      [page, Math.round(page / 4), "image/png"],
      [100 * EMU.pixel, 50 * EMU.pixel, "image/png"],
      [Math.round(highest() / 20), highest(), "image/jpeg"],
      [100 * EMU.pixel, 50 * EMU.pixel, "image/png"],
    ]);
  });
});

describe("a template", () => {
  const shipped = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
  const edited = (change: (xml: string) => string) => {
    const parts = unzipSync(shipped);
    const xml = strFromU8(parts["word/document.xml"] as Uint8Array);
    expect(change(xml)).not.toBe(xml);
    return zipSync({ ...parts, "word/document.xml": strToU8(change(xml)) });
  };

  it("cannot have text beside the tag of a narrative with a picture", async () => {
    const template = edited((xml) => xml.replace("{{建设规划}}", "规划:{{建设规划}}"));
    const filled = fill(PLAN, "", template);
    await expect(filled).rejects.toThrow(TemplateError);
    await expect(filled).rejects.toThrow("{{建设规划}} 同一段里还有别的文字,放不下图片:在模板里让它单独成段");
    expect(readWord(await fill("没有图", "", template)).part("word/document.xml")).toContain("没有图");
  });

  it("may have a picture of its own", async () => {
    const drawing = /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/su.exec(readWord(bytes).part("word/document.xml"))?.[0];
    const parts = unzipSync(shipped);
    const own = String(drawing).replace(/r:embed="[^"]*"/u, 'r:embed="rIdOwn"');
    const insert = (name: string, before: string, text: string) => {
      parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(before, text + before));
    };
    insert("word/document.xml", "<w:tbl>", `<w:p>${own}</w:p>`);
    const types = strFromU8(parts["[Content_Types].xml"] as Uint8Array);
    parts["[Content_Types].xml"] = strToU8(types.replace('Extension="png"', 'Extension="PNG"'));
    insert(
      "word/_rels/document.xml.rels",
      "</Relationships>",
      '<Relationship Id="rIdOwn" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logo.PNG"/>',
    );
    parts["word/media/logo.PNG"] = new Uint8Array(png(10, 10));
    const word = await fill(PLAN, "", zipSync(parts));
    expect(unzipSync(word)["word/media/logo.PNG"]).toEqual(new Uint8Array(png(10, 10)));
    expect(findAll(bodyOf(word), "w:drawing")).toHaveLength(5);
    expect(endings(word).filter(([ending]) => /^png$/iu.test(ending))).toEqual([["PNG", "image/png"]]);
  });

  it("need not know of pictures", async () => {
    const parts = unzipSync(shipped);
    const types = strFromU8(parts["[Content_Types].xml"] as Uint8Array);
    parts["[Content_Types].xml"] = strToU8(types.replace(/<Default [^>]*ContentType="image\/[^>]*>/gu, ""));
    const template = zipSync(parts);
    expect(endings(template).filter(([, type]) => type.startsWith("image/"))).toEqual([]);
    const images = endings(await fill(PLAN, "", template)).filter(([, type]) => type.startsWith("image/"));
    expect(images.sort()).toEqual([
      ["jpeg", "image/jpeg"],
      ["png", "image/png"],
    ]);
  });
});

describe("a picture that is not there", () => {
  it("stops the document, and --force prints where it is missing", async () => {
    const cwd = emptyFolder();
    writeFileSync(
      path.join(cwd, "a.yaml"),
      "表单: hunan-2024/推荐书\n建设规划: |\n  2025年前文。\n\n  ![图1 说明](缺.png)\n\n  ![](也缺.jpg)\n",
    );
    const refused = await ptc(["render", "a.yaml", "--docx"], { cwd });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("找不到图片“缺.png”");
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
    const { code } = await ptc(["render", "a.yaml", "--docx", "--force"], { cwd });
    expect(code).toBe(1);
    const word = readWord(readFileSync(path.join(cwd, "a.docx")));
    expect(word.under("4.建设规划")[0]?.[0]?.text).toBe(
      "(1000字以内)\n2025年前文。\n[缺图片:缺.png]\n图1 说明\n[缺图片:也缺.jpg]",
    );
    expect(Object.keys(unzipSync(readFileSync(path.join(cwd, "a.docx")))).join()).not.toContain("media");
  });
});
