import { type DefaultTreeAdapterTypes, type ParserError, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type ElementNode = DefaultTreeAdapterTypes.Element;

/** A page as a browser would read it. */
export interface Page {
  /** What the parser found wrong with it. */
  errors: string[];
  all: Element[];
}

/** An element, with what tests ask about it. */
export class Element {
  readonly #node: ElementNode;

  constructor(node: ElementNode) {
    this.#node = node;
  }

  get name(): string {
    return this.#node.tagName;
  }

  attribute(name: string): string | undefined {
    return this.#node.attrs.find((each) => each.name === name)?.value;
  }

  get attributes(): { name: string; value: string }[] {
    return this.#node.attrs;
  }

  /** Text of it and all within; `seen` leaves out what only screen readers get. */
  get text(): string {
    return textOf(this.#node);
  }

  get seen(): string {
    return textOf(this.#node, (node) => node.attrs.some(({ value }) => value === "unseen"));
  }

  /** Elements within, in order. */
  get within(): Element[] {
    return elements(this.#node).slice(1);
  }

  find(...names: string[]): Element[] {
    return this.within.filter(({ name }) => names.includes(name));
  }
}

/** Reads a page with a real parser. */
export function readPage(text: string): Page {
  const errors: string[] = [];
  const document = parse(text, { onParseError: ({ code }: ParserError) => errors.push(code) });
  return { errors, all: document.childNodes.flatMap((node) => ("tagName" in node ? elements(node) : [])) };
}

function elements(node: ElementNode): Element[] {
  return [
    new Element(node),
    ...node.childNodes.flatMap((child: Node) => ("tagName" in child ? elements(child as ElementNode) : [])),
  ];
}

function textOf(node: Node, leaveOut: (node: ElementNode) => boolean = () => false): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node) || ("attrs" in node && leaveOut(node))) return "";
  return node.childNodes.map((child) => textOf(child, leaveOut)).join("");
}
