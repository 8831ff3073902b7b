"use strict";
// A thread that takes part in looking at many files, with the compiled code that the main one has.
const { load } = require("./ptc.cjs");

load().lookThread();
