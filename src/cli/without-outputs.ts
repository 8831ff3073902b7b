import path from "node:path";
import type { Input } from "../model/input.js";
import { readStamps } from "../render/docx/stamps.js";

/**
 * Takes Word files out of what was found in folders that are no documents of their own: attachments that
 * a YAML file beside them names, those of the same name as a YAML file, and those that ptc made and nobody has changed.
 * @param named file names that the user typed; these are always kept
 * @returns the inputs without them, and how many they are besides attachments
 */
export function withoutOutputs(
  inputs: readonly Input[],
  named: readonly string[],
): { inputs: Input[]; outputs: number } {
  const isWord = ({ file }: Input) => /\.docx$/iu.test(file) && !named.includes(file);
  const found = inputs.filter(isWord);
  if (found.length === 0) return { inputs: [...inputs], outputs: 0 };
  const texts = new Map<string, string>();
  const textOf = (owner: Input) => {
    const text = texts.get(owner.file) ?? owner.read().text?.text.normalize() ?? "";
    texts.set(owner.file, text);
    return text;
  };
  const ownersOf = (word: Input) =>
    inputs.filter(({ file }) => /\.ya?ml$/iu.test(file) && path.dirname(file) === path.dirname(word.file));
  const isAttachment = (word: Input) =>
    ownersOf(word).some((owner) => textOf(owner).includes(path.basename(word.file).normalize()));
  const isOutput = (word: Input) => {
    if (ownersOf(word).some(({ file }) => withoutEnding(file) === withoutEnding(word.file))) return true;
    const { bytes } = word.read().word ?? {};
    return bytes !== undefined && readStamps(bytes).asWritten;
  };
  const attachments = new Set(found.filter(isAttachment));
  const outputs = new Set(found.filter((word) => !attachments.has(word) && isOutput(word)));
  return {
    inputs: inputs.filter((input) => !attachments.has(input) && !outputs.has(input)),
    outputs: outputs.size,
  };
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]*$/u, "");
}
