#!/usr/bin/env node
"use strict";
// Starts the command line with its compiled code kept from the last run, which halves the time to start.
// Node 22.8 and later do that themselves; for earlier ones V8's code cache is kept here, in the user's
// own cache folder. Whatever goes wrong with the cache, the program runs without.
const path = require("node:path");

const file = path.join(__dirname, "..", "dist", "cli.cjs");
const nodeModule = require("node:module");
nodeModule.enableCompileCache?.();
const { main } = nodeModule.enableCompileCache ? require(file) : withCache(file);

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  ({ message }) => {
    console.error(`ptc 没能启动:${message}`);
    process.exitCode = 3;
  },
);

function withCache(source) {
  const fs = require("node:fs");
  const v8 = require("node:v8");
  const vm = require("node:vm");
  // a run is too short to gain from optimised code: have V8 wait twice as long before it makes any
  v8.setFlagsFromString("--interrupt-budget=270000");
  // and from tidying up: 8 MB are more than most runs use
  v8.setFlagsFromString("--min-semi-space-size=8");
  const { mtimeMs, size } = fs.statSync(source);
  const home =
    process.env.LOCALAPPDATA || process.env.XDG_CACHE_HOME || path.join(require("node:os").homedir(), ".cache");
  const cache = path.join(home, "ptc", `${v8.cachedDataVersionTag()}-${Math.round(mtimeMs)}-${size}.code`);
  let cachedData;
  try {
    cachedData = fs.readFileSync(cache);
  } catch {}
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(source, "latin1")}\n})`;
  const script = new vm.Script(wrapped, { filename: source, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, nodeModule.createRequire(source), module, source, path.dirname(source));
  if ((!cachedData || script.cachedDataRejected) && path.isAbsolute(home)) {
    process.once("exit", () => keep(fs, cache, script.createCachedData()));
  }
  return module.exports;
}

function keep(fs, cache, data) {
  try {
    const folder = path.dirname(cache);
    fs.mkdirSync(folder, { recursive: true });
    const temporary = `${cache}.${process.pid}`;
    fs.writeFileSync(temporary, data);
    fs.renameSync(temporary, cache);
    // what earlier builds left; other versions of node keep theirs
    const [version] = path.basename(cache).split("-");
    const old = fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(`${version}-`) && name !== path.basename(cache));
    for (const name of old) fs.rmSync(path.join(folder, name));
  } catch {}
}
