#!/usr/bin/env node
"use strict";
// Starts the command line with its compiled code kept from the last run, which halves the time to start.
// Node 22.8 and later do that themselves; for earlier ones V8's code cache is kept here, in the user's
// own cache folder. Whatever goes wrong with the cache, the program runs without.
const path = require("node:path");
const nodeModule = require("node:module");

const dist = path.join(__dirname, "..", "dist");
const argv = process.argv.slice(2);
const commandLine = path.join(dist, "cli.cjs");

if (require.main === module) start();
else module.exports = { load };

function start() {
  const { main, usedThreads } = load(({ keep }) => {
    process.once("exit", (code) => {
      // a run that came to nothing has not compiled what the next one needs, and threads set V8 otherwise
      if (code < 2 && !usedThreads()) keep();
    });
  });
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

/** Loads what is built. @param fresh is told of each file whose compiled code is not kept yet, and how to keep it */
function load(fresh = () => {}) {
  if (!nodeModule.enableCompileCache) return loader(fresh)(commandLine);
  nodeModule.enableCompileCache();
  return require(commandLine);
}

/** Makes the function that loads a file of ours, and those it requires in turn. */
function loader(fresh) {
  const fs = require("node:fs");
  const vm = require("node:vm");
  const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = process.env;
  const folder = path.join(LOCALAPPDATA || XDG_CACHE_HOME || path.join(HOME || "", ".cache"), "ptc");
  // each command runs code of its own, and what V8 was told makes other code of it
  const command = argv.find((each) => /^[a-z]{1,20}$/.test(each)) ?? "ptc";
  const told = Buffer.from([...process.execArgv, process.env.NODE_OPTIONS].join(" ")).toString("base64url");
  const requireOther = nodeModule.createRequire(commandLine);
  const requireOurs = (name) => (name.startsWith("./") ? loadFile(path.join(dist, name)) : requireOther(name));

  function loadFile(file) {
    const { mtimeMs, size } = fs.statSync(file);
    const versions = `${path.basename(file)}-${process.version}-${process.arch}`;
    const build = `${versions}-${Math.round(mtimeMs)}-${size}`;
    const cache = path.join(folder, `${build}-${command}-${told.slice(0, 60)}.code`);
    // a cache beside the files at work on may be somebody else's
    const mayKeep = path.isAbsolute(folder);
    let cachedData;
    try {
      if (mayKeep) cachedData = fs.readFileSync(cache);
    } catch {}
    const source = fs.readFileSync(file, "latin1");
    const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
    const script = new vm.Script(wrapped, { filename: file, cachedData });
    const module = { exports: {} };
    script.runInThisContext()(module.exports, requireOurs, module, file, path.dirname(file));
    if (mayKeep && (!cachedData || script.cachedDataRejected))
      fresh({ keep: () => keep(cache, script.createCachedData(), { versions, build }) });
    return module.exports;
  }

  function keep(cache, data, { versions, build }) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      const temporary = `${cache}.${process.pid}`;
      fs.writeFileSync(temporary, data);
      fs.renameSync(temporary, cache);
      // what earlier builds left; other versions of node keep theirs
      const old = fs.readdirSync(folder).filter((name) => name.startsWith(versions) && !name.startsWith(build));
      for (const name of old) fs.rmSync(path.join(folder, name));
    } catch {}
  }

  return loadFile;
}
