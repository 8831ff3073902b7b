import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FormError, openForms } from "../../../src/index.js";
import { checkTexts, forms, root } from "../../support/check.js";

const ID = "hunan-2099";
/** A document that says no more than its form. */
const SHORT = { "甲.yaml": `表单: ${ID}/推荐书\n` };
/** A built form as somebody could leave it in a folder. */
const BUILT = JSON.stringify({
  data: { id: ID, title: "别人的", registers: {}, documents: { 推荐书: {} } },
  files: { 推荐书: { base: "0", parts: [], criteria: [] } },
});
let folder: string;

/** A folder of one's own with the form of 2024 under another id. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ptc-form-"));
  await cp(path.join(root, "schemas/hunan-2024"), path.join(folder, "schemas", ID), { recursive: true });
  for (const file of await readdir(path.join(folder, "schemas", ID)))
    await change(file, (text) => text.replaceAll("hunan-2024", ID));
});
afterEach(() => rm(folder, { recursive: true }));

async function change(file: string, edit: (text: string) => string): Promise<void> {
  const place = path.join(folder, "schemas", ID, file);
  await writeFile(place, edit(await readFile(place, "utf8")));
}

/** Replaces what must be there. */
function swap(from: string, to: string): (text: string) => string {
  return (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };
}

const catalog = () => openForms([folder]);
const load = () => catalog().open(ID);

/** What loading is refused with. */
async function refusal(): Promise<string> {
  const error = await load().then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(FormError);
  return (error as Error).message;
}

describe("forms are found", () => {
  it("by id, each once", async () => {
    await mkdir(path.join(folder, "schemas/hunan-2024"));
    expect(catalog().ids()).toEqual([ID, "hunan-2024"]);
    expect(openForms([path.join(folder, "没有")]).ids()).toEqual(["hunan-2024"]);
  });

  it("unless the name of their folder is no id", async () => {
    await cp(path.join(folder, "schemas", ID), path.join(folder, "schemas/长沙"), { recursive: true });
    expect(() => catalog().ids()).toThrow(new FormError("schemas/长沙:文件夹名是表格的编号,只能用字母、数字、- 和 _"));
  });

  it("and opened once, however often they are asked for", async () => {
    const opened = catalog();
    expect(await opened.open(ID)).toBe(await opened.open(ID));
    // a form that has been corrected meanwhile is read by whoever opens the forms anew
    await change("form.yaml", (text) => text.replace(/^title: .*$/mu, "title: 改过"));
    expect((await opened.open(ID))?.title).not.toBe("改过");
    expect((await load())?.title).toBe("改过");
  });

  it("in a folder of one's own and in the package", async () => {
    expect((await load())?.documents["推荐书"]?.root.children.length).toBeGreaterThan(10);
    expect((await catalog().open("hunan-2024"))?.notice).toBe("湘教通〔2024〕23号");
  });

  it("in one's own folder first", async () => {
    await cp(path.join(root, "schemas/hunan-2024"), path.join(folder, "schemas/hunan-2024"), { recursive: true });
    const place = path.join(folder, "schemas/hunan-2024/form.yaml");
    await writeFile(place, (await readFile(place, "utf8")).replace(/^title: .*$/mu, "title: 我的"));
    expect((await catalog().open("hunan-2024"))?.title).toBe("我的");
    expect((await forms.open("hunan-2024"))?.title).not.toBe("我的");
  });

  it.each([
    "hunan-1999",
    "",
    ".",
    "..",
    "../hunan-2024",
    `x/../${ID}`,
    `${ID}/`,
    "hunan-2024.js",
    "__proto__",
    "长沙",
    `${ID}\n`,
  ])("%j names none", async (id) => {
    expect(await catalog().open(id)).toBeUndefined();
  });

  it("without running code from a folder somebody names", async () => {
    const mark = path.join(folder, "ran");
    const code = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`;
    for (const built of [`dist/forms/${ID}`, `forms/${ID}`, `schemas/${ID}`]) {
      await mkdir(path.join(folder, built), { recursive: true });
      await writeFile(path.join(folder, built, "form.json"), BUILT);
      for (const name of ["0.check.cjs", "0.criteria.cjs", "index.js"])
        await writeFile(path.join(folder, built, name), code);
    }
    const form = await load();
    expect(form?.title).not.toBe("别人的");
    expect(form?.documents.推荐书?.check({})).not.toEqual([]);
    expect(existsSync(mark)).toBe(false);
  });

  it("and used by a check that names their folder", async () => {
    const report = await checkTexts(SHORT, { draft: true, forms: catalog() });
    expect(report.documents.map(({ form }) => form.id)).toEqual([ID]);
    expect((await checkTexts(SHORT)).diagnostics.map(({ ruleId }) => ruleId)).toEqual(["form/unknown"]);
  });
});

describe("a form with a mistake in it is refused by file and reason", () => {
  const place = (file: string) => path.join(folder, "schemas", ID, file);

  it.each([
    "推荐书.schema.json",
    "推荐书.layout.yaml",
    "indicators.yaml",
    "industries.yaml",
    "parks.yaml",
    "roster.yaml",
    "年度工作计划.schema.json",
    "tracking.yaml",
    "typography.yaml",
    "descriptions.yaml",
  ])("%s is missing", async (file) => {
    await rm(place(file));
    expect(await refusal()).toBe(`${place(file)}:读不到这个文件`);
  });

  it.each([
    "form.yaml",
    "推荐书.schema.json",
    "推荐书.layout.yaml",
    "indicators.yaml",
    "industries.yaml",
    "parks.yaml",
    "roster.yaml",
  ])("%s is not YAML", async (file) => {
    await change(file, (text) => `${text}\n]]: [`);
    expect(await refusal()).toContain(place(file));
  });

  it.each([
    "form.yaml",
    "推荐书.layout.yaml",
    "indicators.yaml",
    "industries.yaml",
    "parks.yaml",
    "roster.yaml",
    "tracking.yaml",
  ])("%s has a key there is not", async (file) => {
    await change(file, (text) => `${text}\n多余: 1\n`);
    expect(await refusal()).toContain(place(file));
  });

  it("its id is not that of its folder", async () => {
    await change("form.yaml", swap(`id: ${ID}`, "id: hunan-2098"));
    expect(await refusal()).toBe(`${place("form.yaml")}:id 应当与文件夹同名,现在是 hunan-2098`);
  });

  it("its schema is called otherwise", async () => {
    await change("推荐书.schema.json", swap(`"$id": "${ID}/推荐书"`, `"$id": "${ID}/汇总表"`));
    expect(await refusal()).toBe(`${place("推荐书.schema.json")}:$id 应当是 ${ID}/推荐书`);
  });

  it.each([
    ["a keyword there is not", '"wordLimit": 2000', '"wordLimits": 2000'],
    ["a limit that is no number", '"wordLimit": 2000', '"wordLimit": "两千"'],
    ["a kind there is not", '"entity": "consortium"', '"entity": "company"'],
    ["a part there is not", '"$ref": "#/$defs/names"', '"$ref": "#/$defs/nams"'],
    ["a part there is not, and that no other kind shares", '200, "$ref": "#/$defs/text"', '200, "$ref": "#/$defs/txt"'],
  ])("its schema has %s", async (_, from, to) => {
    await change("推荐书.schema.json", swap(from, to));
    expect(await refusal()).toContain(place("推荐书.schema.json"));
  });

  it.each([
    [
      "年度工作计划",
      "推荐书#/properties/牵头学校",
      "推荐书#/properties/牵头院校",
      "没有 $ref 所指的 推荐书#/properties/牵头院校",
    ],
    ["年度工作计划", "推荐书#/$defs/names", "总表#/$defs/names", "没有 $ref 所指的 总表#/$defs/names"],
    ["年度工作计划", "推荐书#/$defs/money", "年度工作计划#/$defs/money", "$ref 年度工作计划#/$defs/money 绕回了自己"],
  ])("the schema of %s takes a part of another kind that is not there: %s → %s", async (kind, from, to, trouble) => {
    await change(`${kind}.schema.json`, swap(from, to));
    expect(await refusal()).toBe(`${place(`${kind}.schema.json`)}:${trouble}`);
  });

  it.each(["until: 完成时间, ", "value: 目标值, ", "state: 状态, "])(
    "tracking.yaml does not say where something stands: %s",
    async (key) => {
      await change("tracking.yaml", swap(key, ""));
      expect(await refusal()).toMatch(/tracking\.yaml:.*required property '\w+'/u);
    },
  );

  it.each([
    ["year: /年度", "year: /年份", "年度工作计划#/年份"],
    ["list: /任务\n", "list: /任务表\n", "年度工作计划#/任务表/0/编号"],
    ["state: 状态", "state: 状况", "年度工作计划#/上年待核任务/0/状况"],
    ["kind: 年度工作总结", "kind: 年终总结", "年终总结#/年度"],
  ])("tracking.yaml points at a field there is not: %s", async (from, to, stray) => {
    await change("tracking.yaml", swap(from, to));
    expect(await refusal()).toBe(`${place("tracking.yaml")}:没有“${stray}”这个栏目`);
  });

  it.each([
    ["form.yaml", "name: /联合体名称", "name: /联合体名"],
    ["form.yaml", "evidence: /支撑材料", "evidence: /佐证材料"],
    ["form.yaml", "group: /推荐市州", "group: /市州"],
    ["form.yaml", "field: /联合体名称", "field: /联合体名"],
    ["form.yaml", "total: /联合体概况/秘书处/人员总数", "total: /联合体概况/秘书处/总人数"],
    ["form.yaml", "[/联合体概况/秘书处/专职人数,", "[/联合体概况/秘书处/专职,"],
    ["indicators.yaml", "field: /联合体概况/园区总产值", "field: /联合体概况/总产值"],
    ["推荐书.layout.yaml", "/联合体概况/秘书处/人员总数", "/联合体概况/秘书处/总人数"],
    ["推荐书.layout.yaml", "/联合体概况/成员/企业/数量", "/联合体概况/成员/企业/个数"],
  ])("%s points at a field there is not: %s → %s", async (file, from, to) => {
    await change(file, swap(from, to));
    const pointer = /\/[^\s,\]}]+/u.exec(to)?.[0];
    expect(await refusal()).toBe(`${place(file)}:没有“${pointer}”这个栏目`);
  });

  it.each([
    ["form.yaml", "years: [上年, 本年]", "years: [本年]", "rename 里的“上年”不在 form.yaml 的 years 里"],
    ["tracking.yaml", "previous: 上年", "previous: 去年", "“去年”不在 form.yaml 的 years 里"],
    ["tracking.yaml", "label: 半年, ", "", "required property 'label'"],
    ["parks.yaml", "endings: [园, 区, 基地]", "", "required property 'endings'"],
    ["industries.yaml", "{株洲: ★★★}", "{株洲: ★}", "B2 的“★”不在 marks 里"],
    ["typography.yaml", "{width: 210, height: 297, duplex: true}", "{width: 210}", "required property 'height'"],
    [
      "typography.yaml",
      "body: {font: 仿宋_GB2312, size: 12, line: 16}",
      "body: {size: 12, line: 16}",
      "property 'font'",
    ],
    ["typography.yaml", "note: {size: 9}", "note: {size: 小五}", "/styles/note/size must be number"],
    ["typography.yaml", "cover: [36, 92, 30]", "cover: [36, 122]", "/cover must NOT have fewer than 3 items"],
    ["form.yaml", "city: 市州", "town: 市州", "must NOT have additional properties"],
    ["descriptions.yaml", "title: 联合体名称不重复", "titel: 联合体名称不重复", "must NOT have additional properties"],
  ])("%s does not say what the notice calls something: %s → %s", async (file, from, to, trouble) => {
    await change(file, swap(from, to));
    expect(await refusal()).toContain(trouble);
  });

  it("descriptions.yaml describes a rule there is not", async () => {
    await change("descriptions.yaml", swap("one-per-park:", "one-per-parc:"));
    await expect(checkTexts(SHORT, { forms: catalog() })).rejects.toThrow(
      `${ID} 的 descriptions:没有叫“one-per-parc”的规则、检查或提醒`,
    );
  });

  it("form.yaml sets a rule there is not", async () => {
    await change("form.yaml", swap("word-limit:", "word-limits:"));
    await expect(checkTexts(SHORT, { forms: catalog() })).rejects.toThrow(FormError);
  });

  it.each([
    ["推荐书", "      word-limit:\n        clause: {at: 附件3", "      filed-in-time:\n        clause: {at: 附件3"],
    ["年度工作计划", "tracking: tracking.yaml\n", ""],
  ])("form.yaml asks of %s whether it was filed in time, and says nowhere when it is due", async (kind, from, to) => {
    await change("form.yaml", swap(from, to));
    await expect(checkTexts(SHORT, { forms: catalog() })).rejects.toThrow(
      `${ID}/form.yaml:${kind} 的规则 filed-in-time 要在 tracking 里写明这种文件什么时候报`,
    );
  });

  it("form.yaml leaves out what a rule must know", async () => {
    await change(
      "form.yaml",
      swap("with: {names: /联合体概况/秘书处/人员姓名, total: /联合体概况/秘书处/人员总数}", "with: {}"),
    );
    await expect(checkTexts(SHORT, { forms: catalog() })).rejects.toThrow(FormError);
  });
});

describe("templates", () => {
  it("come from the first folder that has them", async () => {
    await mkdir(path.join(folder, "templates", ID), { recursive: true });
    await writeFile(path.join(folder, "templates", ID, "推荐书.docx"), "我的");
    expect(Buffer.from(catalog().template(ID, "推荐书.docx") ?? []).toString()).toBe("我的");
    const own = await readFile(path.join(root, "templates/hunan-2024/推荐书.docx"));
    expect(Buffer.from(catalog().template("hunan-2024", "推荐书.docx") ?? [])).toEqual(own);
    expect(catalog().template(ID, "没有.docx")).toBeUndefined();
  });

  it("are files in the folder of their form, and no other", async () => {
    await mkdir(path.join(folder, "templates", ID, "推荐书.docx"), { recursive: true });
    expect(() => catalog().template(ID, "推荐书.docx")).toThrow(/推荐书\.docx:不是普通文件,或超过 50 MB$/u);
    expect(catalog().template(ID, "../../schemas/hunan-2099/form.yaml")).toBeUndefined();
  });
});

describe("what would be lost in silence is refused", () => {
  it("a field without a place in the layout, unless it says that it is not printed", async () => {
    await change(
      "推荐书.schema.json",
      swap('"推荐意见": {', '"新栏目": { "title": "新栏目", "$ref": "#/$defs/text" },\n    "推荐意见": {'),
    );
    expect(await refusal()).toMatch(/推荐书\.layout\.yaml:栏目“\/新栏目”没有位置/u);
    await change("推荐书.schema.json", swap('"title": "新栏目",', '"title": "新栏目", "unprinted": true,'));
    expect(await load()).toBeDefined();
  });

  it("a field of a list's entries without a place", async () => {
    await change("年度工作计划.layout.yaml", swap("{value: /任务/*/责任单位, align: left}", "{text: 无}"));
    expect(await refusal()).toMatch(/年度工作计划\.layout\.yaml:栏目“\/任务\/\*\/责任单位”没有位置/u);
  });

  it("a list within a list, which cannot be printed", async () => {
    const list = '"步骤": { "type": "array", "items": { "type": "object", "properties": { "内容": {} } } },';
    await change("年度工作计划.schema.json", swap('"预期成果": {', `${list} "预期成果": {`));
    expect(await refusal()).toMatch(/年度工作计划\.layout\.yaml:“\/任务\/\*\/步骤”是名单里的名单,印不出来/u);
  });

  it("a section of another layout that is not there", async () => {
    const section = "推荐书#2.办学成效和服务能力";
    await change("工作总结.layout.yaml", swap(section, "推荐书#2.办学成效"));
    expect(await refusal()).toMatch(/工作总结\.layout\.yaml:没有 section 所指的 推荐书#2\.办学成效$/u);
  });

  it("a misspelt keyword in a criterion", async () => {
    await change("indicators.yaml", swap("&positive {exclusiveMinimum: 0}", "&positive {exclusiveMinimun: 0}"));
    expect(await refusal()).toMatch(/indicators\.yaml:观测点 1\.1:.*exclusiveMinimun/u);
  });
});
