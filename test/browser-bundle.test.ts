import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { type Plugin, rolldown } from "rolldown";
import { expect, it } from "vitest";
import { compileTemplate } from "../src/render/docx/fill/compile-template.js";
import type { Block } from "../src/text/markdown.js";
import { root } from "./support/check.js";

/** The rooms below src/ that a browser can load. */
const ROOMS = ["text", "model", "form", "yaml", "rules", "fix", "check", "views", "ledger", "report", "render", "api"];

/** Libraries that bring streams and buffers of their own. Only what builds templates and workbooks loads them. */
const EXEMPT = ["docx", "exceljs"];

/**
 * Bundles code for a browser.
 * @returns the code, and what it imports and uses of node: modules, and the globals `process` and `Buffer`
 */
async function bundle(entry: string): Promise<{ code: string; ofNode: string[] }> {
  const imports = new Set<string>();
  const fromText: Plugin = {
    name: "entry-from-text",
    resolveId(id, importer) {
      if (id === "entry") return path.join(root, "entry.ts");
      if (EXEMPT.includes(id)) return { id, external: true };
      if (!isBuiltin(id)) return null;
      imports.add(`${path.relative(root, importer ?? "")} imports ${id}`);
      return { id, external: true };
    },
    load: (id) => (id === path.join(root, "entry.ts") ? entry : null),
  };
  const bundled = await rolldown({
    input: "entry",
    platform: "browser",
    plugins: [fromText],
    transform: { define: { process: "globalOfNode_process", Buffer: "globalOfNode_Buffer" } },
    onLog: () => undefined,
  });
  const { output } = await bundled.generate({ format: "iife", name: "bundled", codeSplitting: false });
  const { code } = output[0];
  const globals = new Set([...code.matchAll(/globalOfNode_(\w+)/gu)].map(([, name]) => `uses ${name}`));
  return { code, ofNode: [...imports, ...globals] };
}

const modulesOf = (room: string) =>
  readdirSync(path.join(root, "src", room), { recursive: true, encoding: "utf8" })
    .map((file) => `${room}/${file.split(path.sep).join("/")}`)
    .filter((file) => file.endsWith(".ts"));

/** Exports of whole modules, so that no part of them is left out of the bundle as unused. */
const exportAll = (modules: string[]) =>
  modules.map((file, index) => `export * as module${index} from "./src/${file}";`).join("\n");

it.each(ROOMS)("%s imports and uses nothing of node", async (room) => {
  const modules = modulesOf(room);
  expect(modules).not.toEqual([]);
  expect((await bundle(exportAll(modules))).ofNode).toEqual([]);
});

it("would be told of imports and of globals", async () => {
  expect((await bundle(exportAll(["io/files/read-bounded.ts"]))).ofNode.join("\n")).toContain("imports node:fs");
  const { ofNode } = await bundle("console.log(process.argv, Buffer.from('甲'))");
  expect(ofNode.sort()).toEqual(["uses Buffer", "uses process"]);
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
