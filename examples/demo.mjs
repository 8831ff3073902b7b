// 一条命令看完主要用法:校验、核对指标、生成 Word、Excel 和网页,结果在 out/。
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const ptc = path.join(root, "bin", "ptc.cjs");
const repo = "examples/hunan-2024";
const city = [`${repo}/application.yaml`, `${repo}/city`];

/** 要演示的命令;fails 的是有意给出错误的例子。 */
const steps = [
  { title: "校验三份完整的推荐书", args: ["validate", ...city] },
  {
    title: "校验已公布的 21 个联合体(草稿):没有一园两报,有两对片区与园区",
    args: ["validate", `${repo}/published`, "--draft"],
  },
  {
    title: "有错误的推荐书,每个错误指到位置、说明办法",
    args: ["validate", `${repo}/broken/字数超限.yaml`, `${repo}/broken/算账不平.yaml`],
    fails: true,
  },
  { title: "填了多少", args: ["status", `${repo}/application.yaml`] },
  { title: "对照附件2核对", args: ["checklist", ...city] },
  { title: "对照附件2核对,写成 Excel", args: ["checklist", ...city, "--xlsx", "-o", "out/指标核对.xlsx"] },
  { title: "生成 Word 推荐书", args: ["render", ...city, "--docx", "-o", "out"] },
  { title: "打印空表", args: ["render", "--blank", "--docx", "-o", "out/推荐书(空表).docx"] },
  { title: "生成 Excel 汇总表", args: ["summarize", ...city, "--xlsx", "-o", "out/汇总表.xlsx"] },
  {
    title: "入选以后的年度台账:一个做得好,一个连续两年没有完成计划",
    args: ["track", `${repo}/tracking`, ...city, "--today", "2026-01-10"],
  },
  {
    title: "年度台账,写成 Excel",
    args: ["track", `${repo}/tracking`, ...city, "--today", "2026-01-10", "--xlsx", "-o", "out/年度台账.xlsx"],
  },
  {
    title: "接下来要报的,写成日历",
    args: ["deadlines", `${repo}/tracking`, "--today", "2026-01-10", "--ics", "-o", "out/报送.ics"],
  },
  { title: "哪些市州有联合体,产业有没有联合体服务", args: ["coverage"] },
  {
    title: "全省情况的网页",
    args: ["report", ...city, `${repo}/tracking`, "--html", "--today", "2026-01-10", "-o", "out/报告.html"],
  },
];

rmSync(path.join(root, "out"), { recursive: true, force: true });
mkdirSync(path.join(root, "out"));
for (const { title, args, fails = false } of steps) {
  console.log(`\n── ${title}\n$ ptc ${args.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [ptc, ...args], { cwd: root, stdio: "inherit" });
  if (status !== (fails ? 1 : 0)) {
    console.error(`\n这一步没有按预期结束(退出码 ${status})`);
    process.exit(1);
  }
}
console.log("\n完成。打开 out/ 看 Word、Excel 和网页。");
