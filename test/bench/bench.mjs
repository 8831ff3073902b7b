// How long things take, as ratios within one run: absolute figures differ from machine to machine.
// npm run bench
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const file = path.join(root, "examples/hunan-2024/application.yaml");
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);

/** Runs commands in turn, so that a slow moment of the machine hits all alike. */
function cold(commands, rounds) {
  const times = commands.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, args] of commands.entries()) {
      const start = performance.now();
      spawnSync(process.execPath, args, { cwd: root, stdio: "ignore" });
      if (round > 0) times[index].push(performance.now() - start);
    }
  }
  return times.map(median);
}

const ptc = path.join(root, "bin/ptc.cjs");
const [base, version, validate, render] = cold(
  [
    ["-e", "0"],
    [ptc, "--version"],
    [ptc, "validate", file],
    [ptc, "render", file, "--docx", "-o", path.join(root, "out/bench.docx")],
  ],
  31,
);
console.log("\n## 一次运行(冷启动,中位数)\n");
row("命令", "毫秒", "是 node -e 0 的几倍");
row("---", "---", "---");
for (const [name, time] of Object.entries({
  "node -e 0": base,
  "ptc --version": version,
  "ptc validate 一份": validate,
  "ptc render 一份 --docx": render,
}))
  row(name, time.toFixed(0), (time / base).toFixed(2));

const { check, wordRenderer, summarize } = await import(path.join(root, "dist/index.js"));
const text = readFileSync(file, "utf8");
const copies = (count) =>
  Array.from({ length: count }, (_, index) => ({
    file: `${index}.yaml`,
    text: text
      .replaceAll("云麓湾", `云麓${index}湾`)
      .replaceAll("麓汐", `麓${index}汐`)
      .replaceAll("湾澜", `湾${index}澜`),
  }));
const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};

console.log("\n## 许多份(同一进程)\n");
row("工作", "份数", "每份毫秒", "内存 MB");
row("---", "---", "---", "---");
let report;
for (const count of [1, 50, 500, 2000]) {
  const [time, result] = await timed(() => check(copies(count), { today: "2024-02-26" }));
  row("校验", count, (time / count).toFixed(2), (process.memoryUsage().rss / 1e6).toFixed(0));
  if (count === 500) report = result;
}
const [document] = report.documents;
const fill = await wordRenderer(document.form, document.kindName, {});
for (const count of [1, 200]) {
  const [time] = await timed(() => report.documents.slice(0, count).map((each) => fill(each).length));
  row("生成 Word", count, (time / count).toFixed(2), (process.memoryUsage().rss / 1e6).toFixed(0));
}
const [time] = await timed(() => summarize(report, {}));
row(
  "汇总 Excel",
  report.documents.length,
  (time / report.documents.length).toFixed(2),
  (process.memoryUsage().rss / 1e6).toFixed(0),
);
