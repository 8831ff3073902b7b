#!/usr/bin/env node
"use strict";
// Starts the command line with its compiled code kept from the last run, which halves the time to start.
// V8's code cache is kept in the user's own cache folder. Node can do as much itself (22.8 and later), but
// slower, for all commands alike, and in a folder that is everybody's.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const { createRequire } = require("node:module");

const dist = path.join(__dirname, "..", "dist");
const commandLine = path.join(dist, "cli.cjs");
const requireOther = createRequire(commandLine);

const argv = process.argv.slice(2);
// each command runs code of its own, and what V8 was told makes other code of it
const command = /^[a-z]{1,20}$/.test(argv[0] ?? "") ? argv[0] : "ptc";
const told = Buffer.from([...process.execArgv, process.env.NODE_OPTIONS].join(" ")).toString("base64url");
const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = process.env;
const folder = path.join(LOCALAPPDATA || XDG_CACHE_HOME || path.join(HOME || "", ".cache"), "ptc");

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
function load(fresh = () => {}, file = commandLine) {
  const source = fs.readFileSync(file, "latin1");
  const versions = `${path.basename(file)}-${process.version}-${process.arch}`;
  // V8 looks at the length of the source alone: each file begins with a digest of itself
  const build = `${versions}-${source.slice(2, 18)}`;
  const cache = path.join(folder, `${build}-${command}-${told.slice(0, 60)}.code`);
  const cachedData = kept(cache);
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new vm.Script(wrapped, { filename: file, cachedData });
  const requireOurs = (name) => (name.startsWith("./") ? load(fresh, path.join(dist, name)) : requireOther(name));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, requireOurs, module, file, path.dirname(file));
  if (!cachedData || script.cachedDataRejected)
    fresh({ keep: () => keep(cache, script.createCachedData(), { versions, build }) });
  return module.exports;
}

/** What was kept, when it is whole and the user's own: V8 runs it as it stands. */
function kept(cache) {
  try {
    // a folder that depends on where one works may be anybody's
    if (!path.isAbsolute(folder)) return undefined;
    if (process.getuid && fs.statSync(cache).uid !== process.getuid()) return undefined;
    const content = fs.readFileSync(cache);
    const data = content.subarray(0, -4);
    return content.readUInt32LE(data.length) === sumOf(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function keep(cache, data, { versions, build }) {
  try {
    if (!path.isAbsolute(folder)) return;
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(sumOf(data));
    // not recursively: where a folder cannot be, as below /proc, node would try for ever
    for (const each of [path.dirname(folder), folder]) if (!fs.existsSync(each)) fs.mkdirSync(each, { mode: 0o700 });
    const temporary = `${cache}.${process.pid}`;
    fs.writeFileSync(temporary, Buffer.concat([data, sum]), { mode: 0o600, flush: true });
    fs.renameSync(temporary, cache);
    // what earlier builds left; other versions of node keep theirs
    const old = fs.readdirSync(folder).filter((name) => name.startsWith(versions) && !name.startsWith(build));
    for (const name of old) fs.rmSync(path.join(folder, name));
  } catch {
    // without a cache the next run is slower, and that is all
  }
}

/** A sum over a few bytes of each kilobyte: enough to see what never reached the disk, and soon done. */
function sumOf(data) {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  let sum = data.length;
  for (let at = 0; at < words.length; at += 256) sum = (Math.imul(sum, 31) + words[at]) >>> 0;
  return sum;
}
