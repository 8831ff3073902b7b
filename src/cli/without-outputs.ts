import path from "node:path";
import type { Input } from "../model/input.js";
import { readStamps } from "../render/docx/stamps.js";

/**
 * Takes Word files out of what was found in folders that are no documents of their own: those that ptc made and nobody
 * has changed, and those that belong to a YAML file beside them, by the same name or because it names them.
 * @param named file names that the user typed; these are always kept
 * @returns the inputs without them, and how many they are
 */
export function withoutOutputs(
  inputs: readonly Input[],
  named: readonly string[],
): { inputs: Input[]; outputs: number } {
  const isWord = ({ file }: Input) => /\.docx$/iu.test(file) && !named.includes(file);
  const found = inputs.filter(isWord);
  if (found.length === 0) return { inputs: [...inputs], outputs: 0 };
  const texts = new Map<string, string>();
  const owners = (word: Input) =>
    inputs.filter(({ file }) => /\.ya?ml$/iu.test(file) && path.dirname(file) === path.dirname(word.file));
  const isOwned = (word: Input) =>
    owners(word).some((owner) => {
      if (withoutEnding(owner.file) === withoutEnding(word.file)) return true;
      const text = texts.get(owner.file) ?? owner.read().text?.text ?? "";
      texts.set(owner.file, text);
      return text.normalize().includes(path.basename(word.file).normalize());
    });
  const isOurs = (word: Input) => {
    const { bytes } = word.read().word ?? {};
    return bytes !== undefined && readStamps(bytes).asWritten;
  };
  const outputs = new Set(found.filter((word) => isOwned(word) || isOurs(word)));
  return { inputs: inputs.filter((input) => !outputs.has(input)), outputs: outputs.size };
}

function withoutEnding(file: string): string {
  return file.replace(/\.[^./]*$/u, "");
}
