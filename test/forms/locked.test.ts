import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/check.js";

// Published forms do not change: documents filled in on them must mean the same tomorrow. What a
// correction has to change goes here together with a word in the history why.

const LOCKED = {
  "hunan-2024/推荐书.schema.json": "6c16f599a8a5a958",
  "hunan-2024/indicators.yaml": "cd9e2138d91d6f55",
};

it.each(Object.entries(LOCKED))("%s is as it was published", (file, checksum) => {
  const content = readFileSync(path.join(root, "schemas", file), "utf8").replaceAll("\r\n", "\n");
  expect(createHash("sha256").update(content).digest("hex").slice(0, 16)).toBe(checksum);
});
