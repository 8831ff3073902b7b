import { type Document, visit } from "yaml";
import { isPlainFigure } from "./plain-figure.js";

/**
 * Keeps the characters that are typed where YAML would read another number from them than people do: 010, 1e3, 0x1F,
 * .inf, a figure with too many digits. A key is always the characters typed.
 */
export function keepTyped(document: Document): void {
  visit(document, {
    Scalar(position, scalar) {
      const { value, source, type, tag } = scalar;
      if (type !== "PLAIN" || tag || source === undefined) return;
      if (typeof value === "number" && (position === "key" || !isPlainFigure(source))) scalar.value = source;
    },
  });
}
