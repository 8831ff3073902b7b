import type { Command } from "commander";
import type { Form } from "../model/form.js";
import { type FormCatalog, openAll } from "../model/form-catalog.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { printable } from "../text/printable.js";
import { UsageError } from "./exit-codes.js";
import { usageWords } from "./usage-words.js";

/** The options that choose a form. */
export interface FormOptions {
  /** Id of the form, e.g. `hunan-2024`. */
  form?: string | undefined;
  /** Kind of document, e.g. 推荐书. */
  kind?: string | undefined;
}

/** Adds the options `--form` and `--kind` to a command. */
export function withFormOptions(command: Command): Command {
  return command
    .option("--form <编号>", `哪一份通知的表,如 ${usageWords.form}`)
    .option("--kind <种类>", `哪一种表,如 ${usageWords.application}、${usageWords.plan}`);
}

/**
 * Finds the form and kind that the options choose. For an option that is not given, the first one is taken.
 * @param asked either option may name both: hunan-2024/推荐书
 * @throws {UsageError} when there is no such form or kind; the message lists all
 */
export async function chooseForm(asked: FormOptions, forms: FormCatalog): Promise<{ form: Form; kindName: string }> {
  const both = [asked.form, asked.kind].find((each) => each?.includes("/"));
  const [id, kind] = both?.split("/") ?? [asked.form, asked.kind];
  const all = (await openAll(forms)).flatMap((form) =>
    Object.keys(form.documents).map((kindName) => ({ form, kindName })),
  );
  const found = all.find(
    ({ form, kindName }) => (id === undefined || form.id === id) && (kind === undefined || kindName === kind),
  );
  if (found) return found;
  const names = all.map(({ form, kindName }) => `${form.id}/${kindName}`).join("、");
  const close = kind === undefined ? [] : closestMatches(kind, [...new Set(all.map(({ kindName }) => kindName))]);
  const question = didYouMean(close) ?? "";
  throw new UsageError(printable`没有“${[id, kind].filter(Boolean).join("/")}”这张表,${question}可以是:${names}`);
}
