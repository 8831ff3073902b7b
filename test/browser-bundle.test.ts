import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { type BuildFailure, type BuildOptions, build } from "esbuild";
import { expect, it } from "vitest";
import { compileTemplate } from "../src/render/docx/fill/compile-template.js";
import type { Block } from "../src/text/markdown.js";
import { root } from "./support/check.js";

/** The rooms below src/ that a browser can load. */
const ROOMS = [
  "text",
  "model",
  "form",
  "yaml",
  "rules",
  "fix",
  "check",
  "views",
  "ledger",
  "report",
  "render/opc",
  "render/docx",
  "render/pdf",
];

/** Folders in them that need not run there: Word templates are built once, with the `docx` library, when ptc is released. */
const EXEMPT = ["render/docx/build"];

// render/xlsx is not among the rooms: exceljs brings streams and buffers of its own.

/** Bundles modules for a browser. Uses of globals that only node has get a name by which they are found. */
async function bundle(contents: string): Promise<{ code: string; errors: string[] }> {
  const options: BuildOptions & { write: false } = {
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "bundled",
    define: { process: "GLOBAL_OF_NODE_process", Buffer: "GLOBAL_OF_NODE_Buffer" },
    logLevel: "silent",
  };
  try {
    const { outputFiles } = await build(options);
    const code = outputFiles[0]?.text ?? "";
    const uses = new Set([...code.matchAll(/GLOBAL_OF_NODE_(\w+)/gu)].map(([, name = ""]) => `uses ${name}`));
    return { code, errors: [...uses] };
  } catch (failure) {
    const { errors } = failure as BuildFailure;
    return { code: "", errors: errors.map(({ text, location }) => `${location?.file}: ${text}`) };
  }
}

const modulesOf = (room: string) =>
  readdirSync(path.join(root, "src", room), { recursive: true, encoding: "utf8" })
    .map((file) => `${room}/${file.split(path.sep).join("/")}`)
    .filter((file) => file.endsWith(".ts") && !EXEMPT.some((folder) => file.startsWith(`${folder}/`)));

/** Exports of whole modules, so that no part of them is left out of the bundle as unused. */
const exportAll = (modules: string[]) =>
  modules.map((file, index) => `export * as module${index} from "./src/${file}";`).join("\n");

it.each(ROOMS)("%s imports and uses nothing of node", async (room) => {
  const modules = modulesOf(room);
  expect(modules).not.toEqual([]);
  expect((await bundle(exportAll(modules))).errors).toEqual([]);
});

it("would be told of an import and of globals", async () => {
  expect((await bundle(exportAll(["io/files/read-files.ts"]))).errors.join("\n")).toContain("node:fs");
  const { errors } = await bundle("console.log(process.argv, Buffer.from('甲'))");
  expect(errors.sort()).toEqual(["uses Buffer", "uses process"]);
});

it("fills in a Word template with nothing but what a browser has, to the same bytes", async () => {
  const { code } = await bundle('export { compileTemplate } from "./src/render/docx/fill/compile-template.ts";');
  const browser = createContext({ TextEncoder, TextDecoder });
  runInContext(code, browser);
  const inBrowser = runInContext("bundled.compileTemplate", browser) as typeof compileTemplate;
  const template = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
  const printed = { values: new Map([["联合体名称", [paragraph("某市“产教”联合体")]]]), entries: new Map() };
  const options = { properties: { "ptc-form": "hunan-2024/推荐书" }, note: "草稿" };
  const filled = compileTemplate(template, []).fill(printed, options);
  expect(Buffer.from(inBrowser(template, []).fill(printed, options)).equals(filled)).toBe(true);
});

const paragraph = (text: string): Block => ({ kind: "paragraph", runs: [{ text }] });
