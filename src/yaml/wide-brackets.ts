/** Brackets of a list and of a mapping, typed with one or both of them full-width. */
const BRACKETS: [typed: RegExp, opening: string, closing: string][] = [
  [/^(?=［|.*］$)[[［][^［］[\]。]*[\]］]$/u, "[", "]"],
  [/^(?=｛|.*｝$)[{｛][^｛｝{}。]*[}｝]$/u, "{", "}"],
];

/** Finds the brackets that are meant by full-width ones around a value. @returns undefined when there are none */
export function wideBracketsAround(typed: string): { opening: string; closing: string } | undefined {
  const found = BRACKETS.find(([pattern]) => pattern.test(typed));
  return found && { opening: found[1], closing: found[2] };
}
