// How long things take, as ratios within one run: absolute figures differ from machine to machine.
// npm run bench, or only the tables whose title has a word in it: npm run bench -- Word
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { application, applicationWithFindings, root } from "./documents.mjs";
import { fillers, installed, plainSchema, spectralRules, titled, validators } from "./peers.mjs";

const here = import.meta.dirname;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** Time after which a command is not run again, in milliseconds. */
const ENOUGH = 6000;

/**
 * Runs each in turn, round by round, so that a slow moment of the machine hits all alike; slow ones fewer times.
 * @param commands name and arguments of each, and the exit code it must end with if that is not 0
 */
function measure(commands, rounds) {
  const runs = commands.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, [, args, exitCode]] of commands.entries())
      if (spent(runs[index]) < ENOUGH) runs[index].push(run(args, exitCode));
  return commands.map(([name], index) => {
    const failed = runs[index].find(({ failure }) => failure);
    if (failed) return { name, failure: failed.failure };
    return {
      name,
      time: median(runs[index].map(({ time }) => time)),
      peak: median(runs[index].map(({ peak }) => peak)),
    };
  });
}

function spent(runs) {
  return runs.reduce((sum, { wall }) => sum + wall, 0);
}

function run(args, exitCode = 0) {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  if (status !== exitCode)
    return { wall, failure: `${output[2]}${output[1]}`.trim().split("\n").at(-1) || `退出码 ${status}` };
  return { wall, time: wall, ...JSON.parse(output[3]) };
}

/** Measures, if this table is asked for, and shows each beside the first. */
function table(title, work, unit = (name) => name) {
  if (!title.includes(process.argv[2] ?? "")) return;
  const results = work();
  console.log(`\n## ${title}\n`);
  row("", `是 ${unit(results[0].name)} 的几倍`, "毫秒", "峰值内存 MB");
  row("---", "--:", "--:", "--:");
  for (const { name, time, peak, failure } of results)
    if (failure) row(unit(name), `测不了:${failure}`, "", "");
    else row(unit(name), (time / results[0].time).toFixed(2), time.toFixed(0), (peak / 1024).toFixed(0));
}

/** Writes so many files into a folder of their own. */
function writeFiles(name, count, textOf) {
  mkdirSync(path.join(folder, name));
  for (let index = 0; index < count; index += 1) writeFileSync(path.join(folder, name, `${index}.yaml`), textOf(index));
}

const command = (...args) => ["-r", path.join(here, "peak.cjs"), ...args];
const ptc = (...args) => command(path.join(root, "bin/ptc.cjs"), ...args);
const job = (...args) => [path.join(here, "job.mjs"), ...args];
const peer = (name, given) => [titled(name), command(...validators[name](given))];
const peers = (names) => (installed ? names : []);

const folder = mkdtempSync(path.join(os.tmpdir(), "ptc-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const schema = plainSchema(readFileSync(path.join(root, "schemas/hunan-2024/推荐书.schema.json"), "utf8"));
writeFileSync(path.join(folder, "schema.json"), JSON.stringify(schema));
writeFileSync(path.join(folder, "ruleset.json"), JSON.stringify(spectralRules(schema)));
writeFileSync(path.join(folder, "one.yaml"), application(0));
const given = (files) => ({ schema: "schema.json", ruleset: "ruleset.json", files });

console.log(`Node ${process.version},${os.cpus().length} 核,开始时负载 ${os.loadavg()[0].toFixed(1)}`);
if (!installed) console.log("没有安装用来对比的工具:先运行 npm ci --prefix test/bench。下面只测 ptc。");

run(ptc("validate", "one.yaml")); // fills the caches
table("一份,冷启动", () =>
  measure(
    [
      ["node -e 0", command("-e", "0")],
      ["ptc --version", ptc("--version")],
      ["ptc validate", ptc("validate", "one.yaml")],
      ["ptc render --docx", ptc("render", "one.yaml", "--docx", "-o", "one.docx")],
      ...peers(Object.keys(validators)).map((name) => peer(name, given("one.yaml"))),
    ],
    11,
  ),
);

for (const [count, rounds] of [
  [500, 5],
  [5000, 3],
]) {
  writeFiles(`${count}`, count, application);
  const commands = [
    ["ptc validate", ptc("validate", `${count}`)],
    ...peers(["ajv-cli"]).map((name) => peer(name, given(`${count}/*.yaml`))),
  ];
  table(`校验 ${count} 份,一个进程`, () => measure(commands, rounds));
}

for (const [findings, title] of [
  [1, "校验 500 份,每份一处问题"],
  [10, "校验 500 份,每份十处问题"],
]) {
  const faulty = `500-${findings}`;
  writeFiles(faulty, 500, (index) => applicationWithFindings(index, findings));
  const cleanAndFaulty = (name, argsFor) => [
    [`${name},没有问题`, argsFor("500")],
    [`${name},有问题`, argsFor(faulty), 1],
  ];
  table(title, () =>
    measure(
      [
        ...cleanAndFaulty("ptc validate", (files) => ptc("validate", files)),
        ...peers(["ajv-cli"]).flatMap((name) =>
          cleanAndFaulty(titled(name), (files) => peer(name, given(`${files}/*.yaml`))[1]),
        ),
      ],
      5,
    ),
  );
}

const writers = ["ptc", ...peers(Object.keys(fillers))];
table("生成 200 份 Word,同一模板", () =>
  measure(
    writers.map((name) => [name === "ptc" ? name : titled(name), job("render", name)]),
    3,
  ),
);

const grown = (work, amounts) => () =>
  measure(
    amounts.map((amount) => [`${amount}`, job(work, `${amount}`)]),
    3,
  );
table("份数增长:校验(同一进程)", grown("check", [250, 1000]), (count) => `${count} 份`);
table("篇幅增长:最长的一段文字加倍", grown("length", [1, 4, 16, 64]), (times) => `${times} 倍`);
table("汇总 Excel", grown("summarize", [250, 1000]), (count) => `${count} 份`);
