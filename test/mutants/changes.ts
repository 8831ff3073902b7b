/** A part of the syntax tree, as far as it is of use here. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

/** What stands for these in a mutant. At a limit one off is the mistake people make. */
const OPERATORS: Record<string, string> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "+=": "-=",
  "-=": "+=",
};

const METHODS = new Map([
  ["some", "every"],
  ["every", "some"],
  ["startsWith", "endsWith"],
  ["endsWith", "startsWith"],
  ["min", "max"],
  ["max", "min"],
]);

/** Methods whose result is much like what they are called on. */
const DROPPED = new Set(["filter", "slice", "sort", "toSorted", "reverse", "trim", "replace", "replaceAll", "concat"]);

/** Properties whose texts are left alone: sentences, and what nothing works without. */
const LEFT_ALONE = new Set(["id", "with", "title", "about", "hint", "message", "description", "clause"]);

/**
 * What could stand in the place of a node: the mistakes that somebody could make there.
 * @param ancestors the nodes around it, the innermost last
 * @returns source; empty for a statement to leave out
 */
export function changes(node: Node, ancestors: Node[], source: string): string[] {
  if (isPartOfChain(node, ancestors)) return [];
  const made = CHANGES[node.type]?.(node, ancestors, source) ?? [];
  return isCondition(node, ancestors) ? [...new Set([...made, "true", "false"])] : made;
}

type Changes = (node: Node, ancestors: Node[], source: string) => string[];

const CHANGES: Record<string, Changes> = {
  BinaryExpression: swapOperator,
  AssignmentExpression: swapOperator,
  UpdateExpression: ({ prefix, operator, argument }, _, source) => {
    const other = operator === "++" ? "--" : "++";
    return [prefix ? other + textOf(argument, source) : textOf(argument, source) + other];
  },
  LogicalExpression: ({ operator, left, right }, _, source) =>
    operator === "??"
      ? isFormality(left, right, source)
        ? []
        : [textOf(left, source)]
      : [textOf(left, source), textOf(right, source)],
  UnaryExpression: (node, ancestors, source) =>
    // as a condition or a part of one it is replaced or left out
    node["operator"] === "!" && !isCondition(node, ancestors) && ancestors.at(-1)?.type !== "LogicalExpression"
      ? [textOf(node["argument"], source)]
      : [],
  Literal: changeLiteral,
  ArrayExpression: ({ elements }) => ((elements as unknown[]).length > 0 ? ["[]"] : []),
  CallExpression: changeCall,
  ExpressionStatement: leaveOut,
  ContinueStatement: leaveOut,
  BreakStatement: leaveOut,
};

function swapOperator({ operator, left, right, start, end }: Node, _: Node[], source: string): string[] {
  const other = OPERATORS[operator as string];
  if (!other) return [];
  const [before, after] = [(left as Node).end, (right as Node).start];
  const joinsTexts = /^\+=?$/u.test(operator as string) && /["`]/u.test(source.slice(start, end));
  if (joinsTexts) return [];
  return [
    source.slice(start, before) +
      source.slice(before, after).replace(operator as string, other) +
      source.slice(after, end),
  ];
}

function changeLiteral({ value, regex, raw }: Node, ancestors: Node[]): string[] {
  const [around, parent] = ancestors.slice(-2) as [Node, Node];
  if (parent.type === "Property" && isKey(parent, raw)) return [];
  // `[first = ""] = list`: only the compiler asks for it
  if (parent.type === "AssignmentPattern" && around.type === "ArrayPattern") return [];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "number") return [String(value + 1)];
  if (typeof value === "string") return isLeftAlone(ancestors) ? [] : [value === "" ? '"?"' : '""'];
  if (!regex) return [];
  const { pattern, flags } = regex as { pattern: string; flags: string };
  const looser = [pattern.replace(/^\^/u, ""), pattern.replace(/(?<!\\)\$$/u, "")];
  return looser.filter((each) => each !== pattern && each !== "").map((each) => `/${each}/${flags}`);
}

function changeCall({ callee, start, end }: Node, _: Node[], source: string): string[] {
  const { type, object, property, computed } = callee as Node;
  if (type !== "MemberExpression" || computed) return [];
  const method = textOf(property, source);
  const other = METHODS.get(method);
  if (other) return [source.slice(start, (property as Node).start) + other + source.slice((property as Node).end, end)];
  return DROPPED.has(method) ? [textOf(object, source)] : [];
}

/** A statement to leave out, unless it is all that an `if` guards: then its condition is replaced by `false`. */
function leaveOut(_: Node, ancestors: Node[]): string[] {
  const parent = ancestors.at(-1);
  const isAlone = parent?.type === "BlockStatement" && (parent["body"] as Node[]).length === 1;
  const guard = isAlone ? ancestors.at(-2) : parent;
  return guard?.type === "IfStatement" && !guard["alternate"] ? [] : [""];
}

/** Whether it stands where `if`, `?` or `while` decide. `while (true)` would say nothing. */
function isCondition(node: Node, ancestors: Node[]): boolean {
  const parent = ancestors.at(-1);
  return parent?.["test"] === node && ["IfStatement", "ConditionalExpression"].includes(parent.type);
}

/** What `?.` further right may skip must stay one expression. */
function isPartOfChain(node: Node, ancestors: Node[]): boolean {
  const parent = ancestors.at(-1);
  if (
    !parent ||
    !["MemberExpression", "CallExpression", "ChainExpression", "TSNonNullExpression"].includes(parent.type)
  )
    return false;
  const isSpine = [parent["object"], parent["callee"], parent["expression"]].includes(node);
  return isSpine && ancestors.some(({ type }) => type === "ChainExpression");
}

/** A default that only the compiler asks for, because it does not know that something is there. */
function isFormality(left: unknown, right: unknown, source: string): boolean {
  return (
    /(?:\]|\.at\(.*\)|\.get\(.*\))$/u.test(textOf(left, source)) && /^(?:""|\[\]|0|\{\})$/u.test(textOf(right, source))
  );
}

function isLeftAlone(ancestors: Node[]): boolean {
  return ancestors.some(({ type, key }) => type === "Property" && LEFT_ALONE.has(String((key as Node)["name"])));
}

function isKey({ key, computed }: Node, raw: unknown): boolean {
  return !computed && (key as Node)["raw"] === raw;
}

function textOf(node: unknown, source: string): string {
  const { start, end } = node as Node;
  return source.slice(start, end);
}
