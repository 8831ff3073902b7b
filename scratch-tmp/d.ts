import { readFileSync } from "node:fs";
import { openForms } from "../src/io/forms/form-catalog.js";
import { readWordDocument } from "../src/api/read-word.js";
import { parse } from "yaml";
const r = await readWordDocument(readFileSync("test/word/forms/乙-拆开的文字.docx"), openForms());
const a = String(r.data["特色与创新"]).split("\n").filter(Boolean); const b = String(parse(readFileSync("examples/hunan-2024/city/文旅融合产教联合体.yaml", "utf8"))["特色与创新"]).split("\n").filter(Boolean);
for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) console.log("-", b[i], "\n+", a[i]);
