import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";
import { until } from "../support/until.js";

const FULL = readFileSync(path.join(root, "examples/hunan-2024/application.yaml"), "utf8");

it.each([
  ["a file", ["application.yaml"], "application.yaml"],
  ["the usual file", [], "application.yaml"],
  ["a folder with those below", ["."], "长沙/甲.yaml"],
])("checks again when %s changes, until it is stopped", async (_, names, file) => {
  const cwd = emptyFolder();
  mkdirSync(path.join(cwd, "长沙"));
  writeFileSync(path.join(cwd, file), FULL);
  const stop = new AbortController();
  let out = "";
  let err = "";
  const ended = ptc(["validate", ...names, "--watch", "--format", "concise"], {
    cwd,
    signal: stop.signal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  await until(() => err.includes("等待改动"));
  expect(out).toBe("");
  writeFileSync(path.join(cwd, "笔记.txt"), "与它无关");
  writeFileSync(path.join(cwd, file), FULL.replace("人员总数: 8", "人员总数: 9"));
  await until(() => out.includes("headcount-adds-up") && err.split("等待改动").length === 3);
  writeFileSync(path.join(cwd, file), FULL);
  await until(() => err.split("等待改动").length === 4);
  stop.abort();
  expect((await ended).code).toBe(0);
});
