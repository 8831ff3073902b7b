#!/usr/bin/env node
"use strict";
// Starts the command line with its compiled code kept from the last run, which halves the time to start.
// Node 22.8 and later do that themselves; for earlier ones V8's code cache is kept here, in the user's
// own cache folder. Whatever goes wrong with the cache, the program runs without.
const path = require("node:path");
const nodeModule = require("node:module");

const file = path.join(__dirname, "..", "dist", "cli.cjs");
const argv = process.argv.slice(2);

if (require.main === module) start();
else module.exports = { load };

function start() {
  const { main } = load({ keeping: true });
  
main(argv).then(
    (code) => {
      process.exitCode = code;
    },
    ({ message }) => {
      console.error(`ptc 没能启动:${message}`);
      process.exitCode = 3;
    },
  );
}

/** Loads what is built. @param keeping whether to keep the code that this run compiles, where none is kept yet */
function load({ keeping }) {
  if (!nodeModule.enableCompileCache) return withCache(keeping);
  nodeModule.enableCompileCache();
  return require(file);
}

function withCache(keeping) {
  const fs = require("node:fs");
  const v8 = require("node:v8");
  const vm = require("node:vm");
  // few runs are long enough to gain from optimised code: have V8 wait before it makes any
  v8.setFlagsFromString("--interrupt-budget=1000000");
  // and from tidying up: 8 MB are more than most runs use
  v8.setFlagsFromString("--min-semi-space-size=8");
  const { mtimeMs, size } = fs.statSync(file);
  const home =
    process.env.LOCALAPPDATA || process.env.XDG_CACHE_HOME || path.join(require("node:os").homedir(), ".cache");
  // each command runs code of its own
  const command = argv.find((each) => /^[a-z]{1,20}$/.test(each)) ?? "ptc";
  const build = `${v8.cachedDataVersionTag()}-${Math.round(mtimeMs)}-${size}`;
  const cache = path.join(home, "ptc", `${build}-${command}.code`);
  let cachedData;
  try {
    cachedData = fs.readFileSync(cache);
  } catch {}
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, "latin1")}\n})`;
  const script = new vm.Script(wrapped, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, nodeModule.createRequire(file), module, file, path.dirname(file));
  if (keeping && (!cachedData || script.cachedDataRejected) && path.isAbsolute(home)) {
    process.once("exit", (code) => {
      // a run that came to nothing has not compiled what the next one needs
      if (code < 2) keep(fs, cache, build, script.createCachedData());
    });
  }
  return module.exports;
}

function keep(fs, cache, build, data) {
  try {
    const folder = path.dirname(cache);
    fs.mkdirSync(folder, { recursive: true });
    const temporary = `${cache}.${process.pid}`;
    fs.writeFileSync(temporary, data);
    fs.renameSync(temporary, cache);
    // what earlier builds left; other versions of node keep theirs
    const [version] = build.split("-");
    const old = fs.readdirSync(folder).filter((name) => name.startsWith(`${version}-`) && !name.startsWith(build));
    for (const name of old) fs.rmSync(path.join(folder, name));
  } catch {}
}
