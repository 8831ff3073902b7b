import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { hrefOf } from "../../src/cli/href-of.js";
import { type ProvinceOptions, provincePage } from "../../src/index.js";
import { checkTexts, forms, root } from "./check.js";
import { attachmentsIn } from "./filings.js";

const EXAMPLES = path.join(root, "examples/hunan-2024");

/** Day on which the example's years are over. */
export const judged = "2026-01-10";

/** The YAML files below folders of the examples, and single ones, by name. */
export function exampleTexts(...names: string[]): Record<string, string> {
  const files = names.flatMap((name) =>
    name.endsWith(".yaml")
      ? [name]
      : readdirSync(path.join(EXAMPLES, name), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".yaml"))
          .map((file) => `${name}/${file.split(path.sep).join("/")}`)
          .sort(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(EXAMPLES, file), "utf8")]));
}

/**
 * The province's page of some texts.
 * @param page where it will be; without it, beside the texts
 * @param linkBase address of their repository on the web
 */
export async function pageOf(
  texts: Record<string, string>,
  {
    page = path.join(EXAMPLES, "报告.html"),
    linkBase,
    ...options
  }: Partial<ProvinceOptions> & { page?: string; linkBase?: string | undefined } = {},
): Promise<string> {
  const report = await checkTexts(texts, { draft: true, today: judged });
  return provincePage(report, {
    today: judged,
    forms,
    attachmentExists: attachmentsIn(EXAMPLES),
    hrefOf: (file, line) => hrefOf(file, line, { folder: EXAMPLES, page, linkBase }),
    ...options,
  });
}
