import { SaxesParser } from "saxes";

/** An element of an XML text. */
export interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  /** Its own text, without that of the elements in it. */
  text: string;
}

/** Reads an XML text. @returns a nameless node that holds its outermost element */
export function parseXml(xml: string): Node {
  const top: Node = { name: "", attributes: {}, children: [], text: "" };
  const path = [top];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on("text", (text) => {
    (path.at(-1) as Node).text += text;
  });
  parser.on("closetag", () => void path.pop());
  parser.write(xml).close();
  return top;
}

/** The elements of a name in a node, without those inside another of the same name. */
export function find(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : find(child, name)));
}

/** The elements of a name in a node, however deep. */
export function findAll(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** Writes what `parseXml` read; in Office files no element holds both text and elements. */
export function writeXml({ name, attributes, children, text }: Node): string {
  if (name === "") return children.map(writeXml).join("");
  const own = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = escaped(text) + children.map(writeXml).join("");
  return inner === "" ? `<${name}${own.join("")}/>` : `<${name}${own.join("")}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
