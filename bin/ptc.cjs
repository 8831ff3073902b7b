#!/usr/bin/env node
"use strict";
// Starts the command line. From 22.8 on, node can keep compiled code for the next run, which makes the start faster.
const path = require("node:path");
const { enableCompileCache } = require("node:module");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`ptc 要 Node 20.19 或更新的版本,这里是 ${process.versions.node};到 https://nodejs.org 下载新的`);
  process.exit(2);
}

const { LOCALAPPDATA, XDG_CACHE_HOME, HOME } = process.env;
const cache = LOCALAPPDATA || XDG_CACHE_HOME || (HOME && path.join(HOME, ".cache"));
// a folder of the user's own: node's usual one is everybody's, and a relative one depends on where one works
if (enableCompileCache && cache && path.isAbsolute(cache)) enableCompileCache(path.join(cache, "ptc"));

require("../dist/cli.cjs")
  .main(process.argv.slice(2))
  .then(
    (code) => {
      process.exitCode = code;
    },
    ({ message }) => {
      console.error(`ptc 没能启动:${message}`);
      process.exitCode = 3;
    },
  );
