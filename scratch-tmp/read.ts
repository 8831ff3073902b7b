import { readFileSync } from "node:fs";
import { openForms } from "../src/io/forms/form-catalog.js";
import { readForm } from "../src/word/read-form.js";
import { openWord } from "../src/word/open-word.js";
import { documentYaml } from "../src/form/document-yaml.js";
import { check } from "../src/api/check.js";
const forms = openForms();
const form = (await forms.open("hunan-2024"))!;
const [, , docx, yaml, kindName = "推荐书"] = process.argv;
const kind = form.documents[kindName]!;
let t = performance.now(); const w = openWord(readFileSync(docx!)); const t1 = performance.now() - t; t = performance.now();
const r = readForm(w, kind);
console.log(`${t1 | 0} + ${(performance.now() - t) | 0} ms`, r.cells.size, "missing", r.missing.map((f) => f.pointer).join(" "));
if (r.doubts.size) console.log("doubts", [...r.doubts]);
if (r.unrecognised.length) console.log("unrecognised", r.unrecognised.map((u) => `${u.cell.table}/${u.cell.row}/${u.cell.column} ${u.cell.label}: ${u.text.slice(0, 30)}`));
const flat = (v: unknown, p = "", out = new Map<string, unknown>()) => { if (Array.isArray(v) && v.every((x) => typeof x !== "object")) out.set(p, v.join("、")); else if (v && typeof v === "object") for (const [k, x] of Object.entries(v)) flat(x, `${p}/${k}`, out); else out.set(p, v); return out; };
if (yaml) {
  const rep = await check([{ file: "x", text: readFileSync(yaml, "utf8") }], { forms, today: "2024-02-26" });
  const y = documentYaml(form, kindName, { schemaPath: "s", file: "x.yaml", data: r.data });
  const rep2 = await check([{ file: "y", text: y.text }], { forms, today: "2024-02-26", draft: true });
  for (const d of rep2.diagnostics) console.log("  !", d.ruleId, d.message);
  const want = flat(rep.documents[0]!.data); const got = flat(rep2.documents[0]?.data); let ok = 0; const bad: string[] = [];
  const norm = (x: unknown) => String(x).replace(/\s+/g, "");
  for (const [p, v] of want) { if (/支撑材料|表单|近三年|主导产业\/产业|^\/报送/.test(p)) continue; norm(v) === norm(got.get(p)) ? ok++ : bad.push(`${p}: ${String(v).slice(0, 60).replaceAll("\n", "¶")} ≠ ${String(got.get(p)).slice(0, 60).replaceAll("\n", "¶")}`); }
  for (const [p, v] of got) if (!want.has(p)) bad.push(`extra ${p}: ${String(v).slice(0, 40)}`);
  console.log("right", ok, "of", ok + bad.length); for (const b of bad) console.log("  ", b);
}
