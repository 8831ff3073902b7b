import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from "yaml";
import type { SourceField, SourceNode } from "./locator.js";

/** A value as the YAML library has read it. What is in it is looked at when it is asked for, which is rarely. */
export class LibraryNode implements SourceNode {
  readonly start: number;
  readonly end: number;
  readonly #node: unknown;
  readonly #document: Document;
  #fields: SourceField[] | undefined;
  #items: SourceNode[] | undefined;

  constructor(node: unknown, document: Document) {
    [this.start, this.end] = rangeOf(node);
    this.#node = node;
    this.#document = document;
  }

  get fields(): SourceField[] | undefined {
    if (!isMap(this.#node)) return undefined;
    // a place is asked for by each finding, and a mapping may have thousands of fields
    this.#fields ??= this.#node.items.map(({ key, value }) => {
      const [start, end] = rangeOf(key);
      return { key: keyText(key), start, end, ...(value !== null && { value: this.#part(value) }) };
    });
    return this.#fields;
  }

  get items(): SourceNode[] | undefined {
    if (!isSeq(this.#node)) return undefined;
    this.#items ??= this.#node.items.map((item) => this.#part(item));
    return this.#items;
  }

  get isBlock(): boolean {
    return isScalar(this.#node) && (this.#node.type?.startsWith("BLOCK") ?? false);
  }

  get isReference(): boolean {
    return isAlias(this.#node);
  }

  get target(): SourceNode | undefined {
    const target = isAlias(this.#node) ? this.#node.resolve(this.#document) : undefined;
    return target && this.#part(target);
  }

  #part(node: unknown): SourceNode {
    return new LibraryNode(node, this.#document);
  }
}

function rangeOf(node: unknown): [start: number, end: number] {
  const [start, end] = (isNode(node) && node.range) || [0, 1];
  return [start, end];
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
