import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { root } from "../support/check.js";
import { guides, linksOf, pageText } from "../support/pages.js";
import { emptyFolder } from "../support/run.js";
import { readWord } from "../support/word.js";

// What a user gets from `npm install`: the package packed, installed into an empty folder elsewhere.

const npm = (args: string[], cwd: string) =>
  execFileSync("npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });

let home: string;
const node = (args: string[]) =>
  execFileSync(process.execPath, args, { cwd: home, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const ptc = (...args: string[]) => node([path.join("node_modules", "ptc", "bin", "ptc.cjs"), ...args]);

beforeAll(() => {
  home = emptyFolder();
  const [{ filename }] = JSON.parse(npm(["pack", "--ignore-scripts", "--json", "--pack-destination", home], root));
  writeFileSync(path.join(home, "package.json"), '{ "name": "home", "private": true, "type": "module" }\n');
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", `./${filename}`], home);
}, 240_000);

it("has a working ptc with its schemas, templates and pages", () => {
  expect(ptc("--version").trim()).toBe(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version);
  ptc("init");
  expect(ptc("validate", "--draft")).toContain("检查了 1 份文件:没有发现问题");
  writeFileSync(
    path.join(home, "application.yaml"),
    readFileSync(path.join(root, "examples/hunan-2024/application.yaml")),
  );
  expect(ptc("validate")).toContain("没有发现问题");
  ptc("render", "--docx");
  expect(readWord(readFileSync(path.join(home, "application.docx"))).under("5.申报承诺")).toHaveLength(2);
  ptc("summarize", "application.yaml", "--xlsx");
  expect(ptc("explain", "one-per-park")).toContain("每个园区最多申报1个");
  const report = path.join("node_modules", "ptc", "schemas", "report.schema.json");
  expect(JSON.parse(readFileSync(path.join(home, report), "utf8"))).toMatchObject({ $id: "ptc:report" });
  for (const format of ["github", "sarif", "junit", "markdown"]) ptc("validate", "--format", format, "-o", format);
  expect(readFileSync(path.join(home, "sarif"), "utf8")).toContain('"version": "2.1.0"');
});

it("has the guides, whose links lead to what it has, or to what only the repository has", () => {
  const shipped = [...guides, "CHANGELOG.md", "SECURITY.md"];
  const at = (file: string) => path.join(home, "node_modules/ptc", file);
  expect(shipped.filter((page) => !existsSync(at(page)))).toEqual([]);
  const absent = shipped.flatMap((page) => linksOf(page, pageText(page))).filter(({ file }) => !existsSync(at(file)));
  // for people who work on ptc or keep a repository of applications, and pictures of pages
  const ofRepository = /^(?:CONTRIBUTING\.md|src\/README\.md|action\.yml|\.pre-commit-hooks\.yaml|test\/pages\/.*)$/u;
  expect(absent.map(({ file }) => file).filter((file) => !ofRepository.test(file))).toEqual([]);
});

it("can be imported, with types that hold", () => {
  writeFileSync(
    path.join(home, "use.ts"),
    [
      'import { check, countWords, type Diagnostic, type Form, type FormCatalog } from "ptc";',
      'import { formatPlace, openForms, type Report, wordRenderer } from "ptc";',
      "const forms: FormCatalog = openForms();",
      'const text = "表单: hunan-2024/推荐书\\n推荐市州: 长沙县\\n";',
      'const report: Report = await check([{ file: "a.yaml", text }], { forms, draft: true, today: "2024-02-20" });',
      "const found: Diagnostic | undefined = report.diagnostics[0];",
      'console.log(found?.ruleId, found && formatPlace(found.file, found.place), countWords("示范 ok"));',
      'const form: Form | undefined = await forms.open("hunan-2024");',
      'const print = form && (await wordRenderer(form, "推荐书", { forms }));',
      "console.log(print?.(report.documents[0]).subarray(0, 2));",
      "// @ts-expect-error the day must be given",
      "await check([], { forms });",
    ].join("\n"),
  );
  const options = {
    module: "NodeNext",
    moduleResolution: "NodeNext",
    target: "ES2022",
    strict: true,
    types: [],
    outDir: ".",
  };
  writeFileSync(path.join(home, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["use.ts"] }));
  const compile = () => node([path.join(root, "node_modules/typescript/bin/tsc"), "-p", "."]);
  expect(compile).not.toThrow();
  writeFileSync(
    path.join(home, "use.js"),
    readFileSync(path.join(home, "use.js"), "utf8").replace("await check([], { forms });", ""),
  );
  expect(node(["use.js"])).toBe("schema/enum a.yaml:2:7 3\nUint8Array(2) [ 80, 75 ]\n");
});
