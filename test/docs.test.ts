import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { root } from "./support/check.js";
import {
  anchorsOf,
  codeSpansOf,
  guides,
  linksOf,
  pages,
  pageText,
  tableRowsOf,
  withoutBlocks,
} from "./support/pages.js";
import { ptc } from "./support/run.js";

// What the pages name is there: files, headings, paths of the source, commands, options, scripts, versions.

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json"));

describe.each(pages)("%s", (page) => {
  it("links to files and headings that are there", () => {
    const broken = linksOf(page, pageText(page)).filter(
      ({ file, anchor }) =>
        !existsSync(path.join(root, file)) || (anchor !== undefined && !anchorsOf(pageText(file)).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });

  it("names paths that are there", () => {
    expect(pathsIn(pageText(page)).filter((name) => !isThere(name))).toEqual([]);
  });

  it("names scripts that package.json has", () => {
    const named = [...pageText(page).matchAll(/npm run(?: --\S+)* ([a-z]+)/gu)].map(([, script]) => script);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });
});

/** Paths from the root of the repository; `<id>` and `*` stand for any name. Other programs' output is left out. */
function pathsIn(markdown: string): string[] {
  const text = withoutBlocks(markdown, ["console", "ts", "yaml", "text"]);
  const found = text.matchAll(
    /(?<![\w/.@~-])(?:src|test|schemas|bin|templates|examples|docs)\/[^\s`"“”()[\]|,;:。,;:、》)]*/gu,
  );
  return [...new Set([...found].map(([name]) => name.replace(/\.$|#.*$/u, "")))];
}

function isThere(name: string): boolean {
  if (!/[<*]/u.test(name)) return existsSync(path.join(root, name));
  const pattern = name.replace(/<[^>]*>/gu, "*").replace(/\/$/u, "");
  return globSync(pattern, { cwd: root, onlyFiles: false, dot: true }).length > 0;
}

it("README.md can be read in five minutes, README.en.md in three", () => {
  expect(pageText("README.md").split("\n").length).toBeLessThanOrEqual(201);
  expect(pageText("README.en.md").split("\n").length).toBeLessThanOrEqual(121);
});

it("docs/README.md lists every guide", () => {
  const listed = linksOf("docs/README.md", pageText("docs/README.md")).map(({ file }) => file);
  const wanted = guides.filter((page) => page !== "README.en.md" && page !== "docs/README.md");
  expect(listed).toEqual(expect.arrayContaining(wanted));
});

it("README.en.md links to every guide", () => {
  const listed = linksOf("README.en.md", pageText("README.en.md")).map(({ file }) => file);
  expect(listed).toEqual(expect.arrayContaining(guides.filter((page) => page !== "README.en.md")));
});

it("README.md says of every dependency why it is there", () => {
  const rows = tableRowsOf(pageText("README.md").split("\n## 依赖\n")[1] ?? "");
  const named = rows.slice(2).flatMap(([names = ""]) => names.split(" "));
  // those that are bundled; what they use themselves is not asked for
  const bundled = new Set([...pageText("dist/licences.txt").matchAll(/^(\S+) \d+\.\S+$/gmu)].map(([, name]) => name));
  const own = Object.keys(manifest.devDependencies).filter((name) => bundled.has(name));
  expect(own.length).toBeGreaterThan(10);
  expect(named.sort()).toEqual(own.sort());
});

describe("commands", () => {
  /** The options of every command by its words, `template check`, as its help lists them. */
  const commands = allCommands();

  it("are all in the tables of the READMEs", async () => {
    for (const page of ["README.md", "README.en.md"])
      expect(commandRows(page, await commands).map(([command]) => command)).toEqual([...(await commands).keys()]);
  });

  it("are all in docs/commands.md, with the options they have", async () => {
    const listed = commandRows("docs/commands.md", await commands).map(([command, , , options = ""]) => [
      command,
      optionsIn(options),
    ]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(await commands));
  });

  it("have options that docs/commands.md explains", async () => {
    const explained = tableRowsOf(pageText("docs/commands.md")).flatMap(([name = ""]) =>
      /^`--?[a-z]/u.test(name) ? optionsIn(name).slice(0, 1) : [],
    );
    expect(explained).toEqual([...new Set([...(await commands).values()].flat())].sort(byName));
  });

  it.each(pages)("are named in %s as they are", async (page) => {
    const known = await commands;
    const everywhere = ["--forms", "--help", "--version"];
    const all = [...everywhere, ...[...known.values()].flat()];
    const wrong = codeSpansOf(pageText(page)).filter((span) => {
      const options = [...span.matchAll(/(?<=\s|^)--[a-z][\w-]*/gu)].map(([option]) => option);
      if (span.startsWith("--")) return options.some((option) => !all.includes(option));
      if (!/^ptc (?!<|-)/u.test(span)) return false;
      const command = commandOf(span, known);
      const its = command === undefined ? undefined : known.get(command);
      return !its || options.some((option) => !its.includes(option) && !everywhere.includes(option));
    });
    expect(wrong).toEqual([]);
  });
});

const byName = (one: string, other: string) => (one.replace(/^-+/u, "") < other.replace(/^-+/u, "") ? -1 : 1);

async function allCommands(words: string[] = []): Promise<Map<string, string[]>> {
  const { out } = await ptc([...words, "--help"]);
  const inner = [...(out.split("\n命令:\n")[1] ?? "").matchAll(/^ {2}([a-z]+) /gmu)].flatMap(([, name = ""]) =>
    name === "help" ? [] : [name],
  );
  if (inner.length === 0) return new Map([[words.join(" "), optionsOf(out)]]);
  const all = await Promise.all(inner.map((name) => allCommands([...words, name])));
  return new Map(all.flatMap((each) => [...each]));
}

/** The long options a help lists, but for its own. */
function optionsOf(help: string): string[] {
  return [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "--help")
    .sort(byName);
}

/** The long options a cell of a table names; `-o` is `--output`. */
function optionsIn(cell: string): string[] {
  const names = codeSpansOf(cell).flatMap((span) => /^--?[a-z-]+/u.exec(span)?.[0] ?? []);
  return [...new Set(names.map((name) => (name === "-o" ? "--output" : name)))].sort(byName);
}

/** The words of the command a span begins with, after `ptc`. */
function commandOf(span: string, known: Map<string, string[]>): string | undefined {
  const [, first = "", second = ""] = span.split(" ");
  return [`${first} ${second}`, first].find((words) => known.has(words));
}

/** The rows of the table of commands in a page: each with its command first. */
function commandRows(page: string, known: Map<string, string[]>): string[][] {
  return tableRowsOf(pageText(page)).flatMap((cells) => {
    const span = codeSpansOf(cells[0] ?? "")[0] ?? "";
    return span.startsWith("ptc ") ? [[commandOf(span, known) ?? span, ...cells]] : [];
  });
}

describe("versions", () => {
  it("are this one wherever a page or an example names one", () => {
    const examples = globSync("examples/**/*.{yml,yaml}", { cwd: root, dot: true });
    const named = [...pages, ...examples]
      .filter((file) => file !== "CHANGELOG.md")
      .flatMap((file) => [...read(file).matchAll(/(?:ptc-|rev: v)(\d+\.\d+\.\d+)/gu)].map(([, version]) => version));
    expect(named.length).toBeGreaterThan(3);
    expect(new Set(named)).toEqual(new Set([manifest.version]));
  });

  it("have a section each in CHANGELOG.md, the next one first", () => {
    const headings = [...pageText("CHANGELOG.md").matchAll(/^## (.*)$/gmu)].map(([, heading = ""]) => heading);
    expect(headings[0]).toBe("未发布");
    expect(headings[1]).toMatch(new RegExp(`^${manifest.version.replaceAll(".", "\\.")} — \\d{4}-\\d{2}-\\d{2}$`, "u"));
  });
});

it(".editorconfig says what biome.json does", () => {
  const { formatter } = JSON.parse(read("biome.json"));
  const settings = read(".editorconfig").split("\n");
  expect(settings).toContain(`indent_style = ${formatter.indentStyle}`);
  expect(settings).toContain(`indent_size = ${formatter.indentWidth ?? 2}`);
  expect(settings).toContain(`max_line_length = ${formatter.lineWidth}`);
});
