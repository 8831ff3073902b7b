import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/check.js";
import { difference } from "../support/compare-pictures.js";
import { plan, summary, yaml } from "../support/full-filings.js";
import { type Picture, readPng, writePng } from "../support/picture.js";
import { printer, printPages } from "../support/print-pages.js";
import { emptyFolder, ptc } from "../support/run.js";

// The printed pages of the Word 推荐书, of a plan and of a summary against the pictures in test/pages. After a change that is meant:
//   npx vitest run test/documents/pages.test.ts -u
// Other versions of LibreOffice lay out a little differently, so the pictures are compared only where they
// could have been made. To make them with another version, remove the folder test/pages first.

const KEPT = "test/pages";
const SEEN = "out/pages";
const MADE_WITH = `${KEPT}/made-with.json`;
const EXAMPLE = "examples/hunan-2024/application.yaml";
const NAMES = ["full", "short", "blank", "plan", "summary"];
const at = (name: string) => path.join(root, name);

const here = printer();
/** What the kept pictures were made with; without any, whatever is here will do. */
const madeWith: typeof here = JSON.parse(read(MADE_WITH)?.toString() ?? JSON.stringify(here));
const lacks = Object.keys(here).filter((name) => !here[name]);
const differs = Object.keys(here).filter((name) => here[name] && here[name] !== madeWith[name]);
const obstacles = [
  ...lacks.map((name) => `no ${name} here`),
  ...differs.map((name) => `made with ${name} ${madeWith[name]}, here is ${here[name]}`),
];

let pages: Record<string, Picture[]>;

const skipped = obstacles.length ? ` (skipped: ${obstacles.join("; ")})` : "";
describe.skipIf(skipped)(`pages look as in ${KEPT}${skipped}`, () => {
  beforeAll(async () => {
    const folder = emptyFolder();
    const short = path.join(folder, "short.yaml");
    writeFileSync(short, JSON.stringify(parse(readFileSync(at(EXAMPLE), "utf8")), firstClause));
    const sources: Record<string, string> = {
      full: at(EXAMPLE),
      short,
      blank: "--blank",
      plan: path.join(folder, "plan.yaml"),
      summary: path.join(folder, "summary.yaml"),
    };
    writeFileSync(sources.plan as string, yaml(plan(8)));
    writeFileSync(sources.summary as string, yaml(summary("年度工作总结")));
    for (const name of NAMES) {
      const target = path.join(folder, `${name}.docx`);
      expect(await ptc(["render", `${sources[name]}`, "--docx", "-o", target])).toMatchObject({ code: 0 });
    }
    pages = printPages(folder, NAMES);
    rmSync(at(SEEN), { recursive: true, force: true });
  }, 120_000);

  it.each(NAMES)("%s", (name) => {
    const updating = expect.getState().snapshotState.snapshotUpdateState === "all";
    const complaints: string[] = [];
    const seen = (pages[name] ?? []).map((page, index) => ({
      page,
      id: `${name}-${String(index + 1).padStart(2, "0")}`,
    }));

    for (const { id, page } of seen) {
      const kept = read(`${KEPT}/${id}.png`);
      const differing = kept ? difference(readPng(kept), page) : page;
      if (!differing) continue;
      write(`${updating ? KEPT : SEEN}/${id}.png`, page);
      if (updating) continue;
      if (kept) write(`${SEEN}/${id}-difference.png`, differing);
      complaints.push(
        kept
          ? `page ${id} has changed: now ${SEEN}/${id}.png, what differs is black in ${SEEN}/${id}-difference.png`
          : `page ${id} is new: ${SEEN}/${id}.png`,
      );
    }

    for (const id of keptPages(name).filter((id) => !seen.some((page) => page.id === id))) {
      if (updating) rmSync(at(`${KEPT}/${id}.png`));
      else complaints.push(`page ${id} is no more`);
    }

    if (updating) writeFileSync(at(MADE_WITH), `${JSON.stringify(here, null, 2)}\n`);
    if (complaints.length) expect.fail([...complaints, "If this is meant, run this file again with -u."].join("\n"));
  });
});

function keptPages(name: string): string[] {
  const files = existsSync(at(KEPT)) ? readdirSync(at(KEPT)) : [];
  return files.flatMap((file) => (file.startsWith(`${name}-`) ? [file.replace(".png", "")] : []));
}

/** Leaves of long texts what comes before the first comma or stop. */
function firstClause(_: string, value: unknown): unknown {
  return typeof value === "string" && value.length > 60 ? `${value.split(/[，；。]/u)[0]}。` : value;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(at(file));
  } catch {
    return undefined;
  }
}

function write(file: string, picture: Picture): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), writePng(picture));
}
