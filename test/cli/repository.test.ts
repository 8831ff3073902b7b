import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../support/check.js";
import { emptyFolder, ptc } from "../support/run.js";

// The example folder, taken as the beginning of a repository of applications: what its files tell
// machines to run is run.

const EXAMPLE = path.join(root, "examples/hunan-2024");
let cwd: string;

beforeAll(() => {
  cwd = emptyFolder();
  cpSync(EXAMPLE, cwd, { recursive: true });
});

/** Every text of a configuration, wherever it stands. */
function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** The commands of ptc in a configuration, as words. */
function commands(file: string): string[][] {
  return texts(parse(readFileSync(path.join(EXAMPLE, file), "utf8")))
    .flatMap((text) => text.split("||"))
    .flatMap((text) => /npx --no-install ptc ([^>\n]*)/u.exec(text)?.[1] ?? [])
    .map((line) => line.trim().split(/\s+/u));
}

describe.each([".github/workflows/check.yml", ".gitlab-ci.yml", ".workflow/check.yml"])("%s", (file) => {
  it("runs as it stands, but for the history of git", async () => {
    const all = commands(file);
    expect(all.map(([command]) => command)).toEqual(expect.arrayContaining(["validate", "summarize"]));
    for (const words of all) {
      const plain = words.filter((word) => word !== "--since" && word !== '"$BASE"');
      expect(await ptc(plain, { cwd }), words.join(" ")).toMatchObject({ code: 0 });
    }
    expect(existsSync(path.join(cwd, "汇总表.xlsx"))).toBe(true);
  });

  it("keeps what it publishes where it is written", () => {
    const written = commands(file).flatMap((words) => words[words.indexOf("-o") + 1] ?? []);
    const text = readFileSync(path.join(EXAMPLE, file), "utf8");
    expect(text).toMatch(/(?:path|-|paths): ?\n?\s*-? ?(?:\.\/)?汇总表\.xlsx|path: 汇总表\.xlsx/u);
    expect(written).toContain("汇总表.xlsx");
  });
});

it("has its schemas where the editor's settings say", () => {
  const { "yaml.schemas": schemas } = JSON.parse(readFileSync(path.join(EXAMPLE, ".vscode/settings.json"), "utf8"));
  for (const schema of Object.keys(schemas))
    expect(JSON.parse(readFileSync(path.join(EXAMPLE, schema), "utf8")).title).toBeTruthy();
});

describe.skipIf(spawnSync("bash", ["-c", "exit 0"]).status !== 0)("the action", () => {
  const action = parse(readFileSync(path.join(root, "action.yml"), "utf8"));
  const run = (variables: Record<string, string>, folder = cwd) => {
    const summary = path.join(emptyFolder(), "summary.md");
    writeFileSync(summary, "");
    const { status, stdout, stderr } = spawnSync("bash", [path.join(root, "bin/action.sh")], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...process.env,
        GITHUB_ACTION_PATH: root,
        GITHUB_STEP_SUMMARY: summary,
        PATHS: "application.yaml city",
        SINCE: "",
        DRAFT: "false",
        SUMMARY: "",
        ...variables,
      },
    });
    return { status, stdout, stderr, summary: readFileSync(summary, "utf8") };
  };

  it("hands every input to its script", () => {
    const { env, run: script, "working-directory": folder } = action.runs.steps.at(-1);
    expect([...Object.values(env), folder]).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`));
    expect(script).toContain("bin/action.sh");
  });

  it("annotates, sums up and makes the workbook", () => {
    const clean = run({ SUMMARY: "out.xlsx" });
    expect(clean).toMatchObject({ status: 0, stdout: "" });
    expect(existsSync(path.join(cwd, "out.xlsx"))).toBe(true);
    expect(clean.summary).toContain("3");
  });

  it("fails on errors, with the line they are on, and takes no name for a command", () => {
    mkdirSync(path.join(cwd, "错"));
    writeFileSync(
      path.join(cwd, "错/a.yaml"),
      readFileSync(path.join(cwd, "application.yaml"), "utf8").replace("人员总数: 8", "人员总数: 9"),
    );
    const failed = run({ PATHS: "错", SUMMARY: "never.xlsx" });
    expect(failed.status).toBe(1);
    expect(failed.stdout).toMatch(/^::error file=错\/a\.yaml,line=\d+/mu);
    expect(failed.summary).toContain("headcount-adds-up");
    expect(existsSync(path.join(cwd, "never.xlsx"))).toBe(false);
    run({ PATHS: '$(touch injected) "; touch injected #' });
    expect(existsSync(path.join(cwd, "injected"))).toBe(false);
  });

  describe("takes as paths", () => {
    const CLEAN = ["application.yaml", "city"];
    beforeAll(() => {
      for (const folder of ["错 误", "甲 乙"]) mkdirSync(path.join(cwd, folder), { recursive: true });
      const wrong = readFileSync(path.join(cwd, "application.yaml"), "utf8").replace("人员总数: 8", "人员总数: 9");
      writeFileSync(path.join(cwd, "错 误/a.yaml"), wrong);
      writeFileSync(path.join(cwd, "甲 乙/b.yaml"), wrong.replaceAll("云麓湾", "云麓溪"));
    });

    it.each<[string, string, string[]]>([
      ["a line each", "application.yaml\n错 误\n", ["错 误/a.yaml"]],
      ["lines with blanks around them, and blank lines", "\n\n  application.yaml  \n\t错 误\r\n\n", ["错 误/a.yaml"]],
      ["a last line without an end", "错 误\n甲 乙", ["错 误/a.yaml", "甲 乙/b.yaml"]],
      ["one path with a space", "错 误", ["错 误/a.yaml"]],
      ["a pattern", "甲*/*.yaml", ["甲 乙/b.yaml"]],
      ["several on a line", CLEAN.join(" "), []],
    ])("%s", (_, PATHS, wrong) => {
      const { status, stdout } = run({ PATHS });
      expect(status).toBe(wrong.length > 0 ? 1 : 0);
      const named = [...stdout.matchAll(/^::error file=([^,]*),.*headcount-adds-up/gmu)].map(([, file]) => file);
      expect(new Set(named)).toEqual(new Set(wrong));
    });

    it.each(["", "\n \n", "   "])("nothing else: %j is an error", (PATHS) => {
      expect(run({ PATHS })).toMatchObject({
        status: 2,
        stdout: expect.stringContaining("::error title=ptc::输入 paths 是空的"),
      });
    });
  });

  it("names files from the root of the repository when it runs in a folder of it", () => {
    const named = (variables: Record<string, string>) =>
      run({ PATHS: "a.yaml", ...variables }, path.join(cwd, "错")).stdout.match(/file=([^,]*)/u)?.[1];
    expect(named({ GITHUB_WORKSPACE: cwd })).toBe("错/a.yaml");
    expect(named({ GITHUB_WORKSPACE: path.join(cwd, "city") })).toBe("a.yaml");
    mkdirSync(path.join(cwd, ".git"));
    expect(named({ GITHUB_WORKSPACE: "" })).toBe("错/a.yaml");
  });
});
