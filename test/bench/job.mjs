// One piece of work in a process of its own: node job.mjs <work> <argument>. Tells the time of the work alone.
import { readFileSync, writeSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { check, openForms, summarize, wordRenderer } from "../../dist/index.cjs";
import { application, longer, root } from "./documents.mjs";
import { fillers, plainTemplate } from "./peers.mjs";

const forms = openForms();
const checked = (texts) => check(texts, { forms, today: "2024-02-26" });
const many = (count) =>
  Array.from({ length: count }, (_, index) => ({ file: `${index}.yaml`, text: application(index) }));

async function render(name) {
  const { documents } = await checked(many(200));
  const bytes = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
  const { template, valuesOf } = plainTemplate(bytes);
  const [{ form, kindName }] = documents;
  return async () => {
    const fill = name === "ptc" ? await wordRenderer(form, kindName, { forms }) : await fillers[name](template);
    let last;
    for (const document of documents) last = await fill(name === "ptc" ? document : valuesOf(document.data));
    const text = strFromU8(unzipSync(last)["word/document.xml"]);
    if (!text.includes(documents.at(-1).data["牵头学校"]) || text.includes("{{"))
      throw new Error(`${name}: not filled`);
  };
}

const works = {
  render,
  check: async (count) => {
    const texts = many(Number(count));
    return () => checked(texts);
  },
  length: async (times) => {
    const text = longer(Number(times));
    return () => checked([{ file: "long.yaml", text }]);
  },
  summarize: async (count) => {
    const report = await checked(many(Number(count)));
    return () => summarize(report, { forms });
  },
};

const [work, argument] = process.argv.slice(2);
const run = await works[work](argument);
const start = performance.now();
await run();
const time = performance.now() - start;
writeSync(3, JSON.stringify({ time, peak: process.resourceUsage().maxRSS }));
