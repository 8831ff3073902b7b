import { writeFileSync } from "node:fs";
import path from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { junit, type Report } from "../../../src/index.js";
import { showControlCharacters } from "../../../src/text/printable.js";
import { checkFiles } from "../../support/check.js";
import { hostileReport } from "../../support/hostile-report.js";
import { emptyFolder, ptc } from "../../support/run.js";
import { python, tools } from "../../support/tools.js";

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Reads XML; stops at whatever XML does not allow. */
function parsed(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    (open.at(-1) as Element).text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0] as Element;
}

/** What the schema of Jenkins (junit-10.xsd) lets stand in what: attributes, then children. */
const ALLOWED: Record<string, [attributes: string[], children: string[]]> = {
  testsuites: [["name", "time", "tests", "failures", "disabled", "errors"], ["testsuite"]],
  testsuite: [
    [
      "name",
      "tests",
      "failures",
      "errors",
      "group",
      "time",
      "skipped",
      "timestamp",
      "hostname",
      "id",
      "package",
      "file",
    ],
    ["testsuite", "properties", "testcase", "system-out", "system-err"],
  ],
  testcase: [
    ["name", "time", "classname", "group"],
    ["skipped", "error", "failure", "rerunFailure", "flakyFailure", "system-out", "system-err"],
  ],
  failure: [["type", "message"], []],
  error: [["type", "message"], []],
  "system-out": [[], []],
};

/** Where an element strays from that, and where its counts are not those of what it holds. */
function faults(element: Element): string[] {
  const [attributes, children] = ALLOWED[element.name] ?? [[], []];
  const inside = (name: string): number =>
    element.children.reduce(
      (sum, child) => sum + (child.name === name ? 1 : 0) + (child.name.startsWith("test") ? within(child, name) : 0),
      0,
    );
  const counted = element.name.startsWith("testsuite")
    ? [
        ["tests", "testcase"],
        ["failures", "failure"],
        ["errors", "error"],
      ].flatMap(([attribute = "", name = ""]) =>
        Number(element.attributes[attribute]) === inside(name) ? [] : [`${element.name} ${attribute}`],
      )
    : [];
  return [
    ...Object.keys(element.attributes).filter((name) => !attributes.includes(name)),
    ...element.children.filter(({ name }) => !children.includes(name)).map(({ name }) => `${element.name}/${name}`),
    ...(element.name.startsWith("test") && element.attributes.name === undefined ? ["no name"] : []),
    ...counted,
    ...element.children.flatMap(faults),
  ];
}

function within(element: Element, name: string): number {
  return element.children.reduce((sum, child) => sum + (child.name === name ? 1 : 0) + within(child, name), 0);
}

const read = async (report: Report) => parsed(await junit(report));

describe("JUnit", () => {
  it("is a suite a file: errors fail, warnings pass and are told, a file without findings passes", async () => {
    const base = "examples/hunan-2024/broken/一园两报";
    const files = [`${base}/乙.yaml`, `${base}/甲.yaml`];
    const root = await read(await checkFiles(files, { draft: true, base }));
    expect(faults(root)).toEqual([]);
    expect(root.attributes).toEqual({ name: "ptc", tests: "3", failures: "1", errors: "0" });
    const [clean, other] = root.children;
    expect(clean?.children).toMatchObject([
      { attributes: { classname: "乙.yaml", name: "没有发现问题" }, children: [] },
    ]);
    const [failed, warned] = other?.children ?? [];
    expect(failed?.attributes.name).toBe("one-per-park /依托园区/0");
    expect(failed?.children).toMatchObject([{ name: "failure", attributes: { type: "one-per-park" } }]);
    expect(failed?.children[0]?.text).toMatch(/^甲\.yaml:7:7 {2}错误.*\n.*\n办法:.*\n另见:乙\.yaml:7:7.*\n依据:/u);
    expect(warned?.children).toMatchObject([
      { name: "system-out", text: expect.stringContaining("警告  shared-lead") },
    ]);
  });

  it("has an error for a file that cannot be read", async () => {
    const { out, code } = await ptc(["validate", "nosuch.yaml", "--format", "junit"], { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(faults(parsed(out))).toEqual([]);
    expect(parsed(out)).toMatchObject({
      attributes: { tests: "1", failures: "0", errors: "1" },
      children: [{ children: [{ children: [{ name: "error", attributes: { message: "找不到这个文件" } }] }] }],
    });
  });

  it("names findings alike from run to run, and no two of a file alike", async () => {
    const report = hostileReport();
    const [first] = report.diagnostics;
    if (!first) throw new Error();
    const root = await read({ ...report, diagnostics: [first, first, first] });
    const names = root.children[0]?.children.map(({ attributes }) => attributes.name);
    expect(new Set(names).size).toBe(3);
    expect(names?.[0]).toBe("word-limit /::error file=x::y");
  });

  it("says what was meant, whatever names and values hold", async () => {
    const report = hostileReport();
    const root = await read(report);
    expect(faults(root)).toEqual([]);
    const cases = root.children.flatMap(({ children }) => children);
    for (const [index, { file, message, severity }] of report.diagnostics.entries()) {
      const told = showControlCharacters(message).replace(/[\ufffe\uffff]/gu, "");
      expect(cases[index]?.attributes.classname).toBe(showControlCharacters(file).replace(/[\ufffe\uffff]/gu, ""));
      const [inner] = cases[index]?.children ?? [];
      expect(inner?.text.split("\n")[1]).toBe(told);
      if (severity === "error") expect(inner?.attributes.message).toBe(told);
    }
  });

  it.skipIf(!tools.python3)("reads the same in Python's reader", async () => {
    const file = path.join(emptyFolder(), "report.xml");
    const xml = await junit(hostileReport());
    writeFileSync(file, xml);
    const program = `
import json, sys, xml.etree.ElementTree as tree
def plain(each):
    text = "".join([each.text or ""] + [child.tail or "" for child in each])
    return dict(name=each.tag, attributes=each.attrib, children=[plain(child) for child in each], text=text)
print(json.dumps(plain(tree.parse(sys.argv[1]).getroot())))`;
    expect(python(program, file)).toEqual(parsed(xml));
  });
});
