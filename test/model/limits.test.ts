import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { builtinChecks } from "../../src/check/builtin-checks.js";
import { alertNotes } from "../../src/ledger/alert-notes.js";
import { FALL_PERCENT } from "../../src/ledger/alerts.js";
import {
  MAX_FORM_FILE_BYTES,
  MAX_OFFICE_BYTES,
  MAX_PICTURE_BYTES,
  MAX_PICTURES_BYTES,
  MAX_TEXT_BYTES,
  MAX_UNPACKED_BYTES,
  MAX_XML_BYTES,
} from "../../src/model/limits.js";
import { formatMegabytes } from "../../src/text/format-bytes.js";
import { MAX_ALIASES, MAX_MARKS } from "../../src/yaml/limits.js";
import { root } from "../support/check.js";

const about = (notes: readonly { id: string; about: string }[], id: string) =>
  notes.find((each) => each.id === id)?.about ?? "";

it.each([
  [MAX_TEXT_BYTES, "1 MB"],
  [MAX_OFFICE_BYTES, "50 MB"],
  [MAX_PICTURE_BYTES, "10 MB"],
  [MAX_PICTURES_BYTES, "50 MB"],
  [MAX_FORM_FILE_BYTES, "8 MB"],
  [MAX_UNPACKED_BYTES, "200 MB"],
  [MAX_XML_BYTES, "16 MB"],
])("a limit of %i bytes is %s", (bytes, words) => {
  expect(formatMegabytes(bytes)).toBe(words);
});

it("sizes are rounded up", () => {
  expect(formatMegabytes(MAX_TEXT_BYTES + 1)).toBe("2 MB");
  expect(formatMegabytes(MAX_TEXT_BYTES + 1, 1)).toBe("1.1 MB");
  expect(formatMegabytes(MAX_TEXT_BYTES * 2.5, 1)).toBe("2.5 MB");
  expect(formatMegabytes(0)).toBe("0 MB");
});

describe("sentences", () => {
  it("quote the limits", () => {
    expect(about(builtinChecks, "yaml/too-complex")).toContain(`超过 ${MAX_MARKS} 个,`);
    expect(about(builtinChecks, "yaml/too-complex")).toContain(`超过 ${MAX_ALIASES} 处`);
    expect(about(builtinChecks, "picture/file")).toContain("每张不超过 10 MB,一共不超过 50 MB");
    expect(about(builtinChecks, "file/unreadable")).toContain("超过 1 MB");
    expect(about(alertNotes, "falling")).toContain(`少 ${FALL_PERCENT}% 以上`);
  });

  it("do not write them as figures of their own", () => {
    const src = path.join(root, "src");
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const strays = files.flatMap((file) => {
      const lines = readFileSync(path.join(src, file), "utf8").split("\n");
      const said = lines.filter((line) => !/^\s*(?:\/\/|\/?\*)/u.test(line));
      return said.filter((line) => /\d+ ?MB|超过 ?\d|\d{3,} 个/u.test(line)).map((line) => `${file}: ${line.trim()}`);
    });
    expect(strays).toEqual([]);
  });
});
