import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

describe("the pre-commit hook", () => {
  const [hook] = parse(readFileSync(path.join(root, ".pre-commit-hooks.yaml"), "utf8"));

  it("checks the files it is given and passes over those that are no applications", async () => {
    const [, ...words] = hook.entry.split(" ");
    const chosen = readdirSync(EXAMPLE, { recursive: true, encoding: "utf8" })
      .map((file) => file.split(path.sep).join("/"))
      .filter((file) => new RegExp(hook.files, "u").test(file) && !new RegExp(hook.exclude, "u").test(file))
      .filter((file) => !file.startsWith("broken/"));
    expect(chosen).toContain("application.yaml");
    expect(chosen.filter((file) => file.includes("/.") || file.startsWith("."))).toEqual([]);
    expect(await ptc([...words, ...chosen], { cwd })).toMatchObject({ code: 0 });
  });

  it("is the one the example uses", () => {
    const { repos } = parse(readFileSync(path.join(EXAMPLE, ".pre-commit-config.yaml"), "utf8"));
    expect(repos[0].hooks[0].id).toBe(hook.id);
  });
});

describe.skipIf(spawnSync("bash", ["-c", "exit 0"]).status !== 0)("the action", () => {
  const action = parse(readFileSync(path.join(root, "action.yml"), "utf8"));
  const run = (variables: Record<string, string>) => {
    const summary = path.join(emptyFolder(), "summary.md");
    const { status, stdout, stderr } = spawnSync("bash", [path.join(root, "bin/action.sh")], {
      cwd,
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
    const { env, run: script } = action.runs.steps.at(-1);
    expect(Object.values(env)).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`));
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
});
