import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { type FormDocument, pictureFinder, wordRenderer } from "../../src/index.js";
import { checkFiles, forms, root } from "../support/check.js";

// A city renders all its documents in one run, which must not keep them.

const MB = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function inUse(): number {
  // what one round sets free may hold more
  for (let round = 0; round < 3; round += 1) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it("does not grow over 200 documents", async () => {
  const [document] = (await checkFiles(["examples/hunan-2024/city/新能源装备产教联合体.yaml"])).documents;
  if (!document) throw new Error("not read");
  const fill = await wordRenderer(document.form, document.kindName, { forms, findPicture: pictureFinder(root) });
  const fillTo = (from: number, to: number) => {
    for (let number = from; number < to; number += 1) fill(named(document, `第${number}联合体`), `草稿${number}`);
  };

  fillTo(0, 20);
  const after20 = inUse();
  fillTo(20, 200);
  const grown = inUse() - after20;
  // to keep what was written would be 5 MB, to keep its largest part unpacked 34 MB
  expect(grown / MB).toBeLessThan(2);
});

/** The document under another name, so that no two are the same. */
function named(document: FormDocument, name: string): FormDocument {
  return { ...document, data: { ...document.data, 联合体名称: name } };
}
