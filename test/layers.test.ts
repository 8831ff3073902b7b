import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "./support/check.js";

/** What each layer may import besides itself; `src/README.md` says why. */
const ALLOWED: Record<string, string[]> = {
  text: [],
  model: ["text"],
  rules: ["model", "text"],
  form: ["model", "text"],
  yaml: ["form", "model", "text"],
  // Word files are packages like those that are written
  word: ["render", "model", "text"],
  fix: ["yaml", "model", "text"],
  check: ["fix", "yaml", "model", "text"],
  views: ["model", "text"],
  ledger: ["model", "text"],
  render: ["model", "text"],
  report: ["model", "text"],
  api: ["check", "fix", "form", "ledger", "model", "render", "report", "rules", "text", "views", "word", "yaml"],
  io: ["form", "rules", "model", "text"],
  index: ["api", "form", "io", "model", "report", "text"],
  cli: ["api", "form", "io", "model", "render", "report", "text"],
  build: ["api", "check", "form", "io", "ledger", "model", "render", "rules"],
};

function layerOf(file: string): string {
  const [layer = "", rest] = file.split("/");
  return rest === undefined ? layer.replace(/\.[jt]s$/u, "") : layer;
}

it("imports run one way", () => {
  const src = path.join(root, "src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const strays = files.flatMap((file) => {
    const from = layerOf(file.split(path.sep).join("/"));
    return [...readFileSync(path.join(src, file), "utf8").matchAll(/(?:from|import\() ?"(\.[^"]+)"/gu)]
      .map(([, target = ""]) => path.posix.join(path.posix.dirname(file.split(path.sep).join("/")), target))
      .filter(
        (target) => !target.startsWith("..") && layerOf(target) !== from && !ALLOWED[from]?.includes(layerOf(target)),
      )
      .map((target) => `${file} → ${target}`);
  });
  expect(strays).toEqual([]);
});

it("checking and all it is made of know no clock, file, process or Office library", () => {
  const src = path.join(root, "src");
  const pure = ["text", "model", "rules", "form", "yaml", "word", "fix", "check", "views", "ledger", "api"].flatMap(
    (layer) =>
      readdirSync(path.join(src, layer), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => path.join(src, layer, file)),
  );
  const impure = /(?:from |import\()"(?:node:|docx|exceljs|chalk)|\bprocess\.|\bBuffer\b|new Date\(|Date\.now/u;
  expect(pure.filter((file) => impure.test(readFileSync(file, "utf8")))).toEqual([]);
});
