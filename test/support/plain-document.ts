import fc from "fast-check";

const indent = (columns: number) => " ".repeat(columns);

const inlineValue = fc.constantFrom(
  ..."1 -1.50 -0 文字 文字　 '引 文' \"\" true null [甲,乙] [] {}".split(" "),
  "[ 甲 , {a: '乙', b: [丙　]} ]",
  '{ "甲 乙": 1 , 丙: {丁: 2}}',
);
const key = fc.constantFrom(..."甲 乙丙 丁 2023 \"1.2\" '引文' a/b a~b 0 单位".split(" "));
const remarkBehind = fc.constantFrom("", "", "", " # 说明", "  #", "   ");

/** Mostly nothing. */
const remarksBelow = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc
        .tuple(fc.nat(7), fc.constantFrom("# 说明", "#", "# 甲: 乙　"))
        .map(([columns, text]) => indent(columns) + text),
      { maxLength: 3 },
    ),
  },
);

const inline = fc.tuple(inlineValue, remarkBehind).map(([value, remark]) => [` ${value}${remark}`]);

const block = (columns: number) =>
  fc
    .tuple(
      fc.constantFrom("|", "|-"),
      remarkBehind,
      fc.array(fc.constantFrom("文。", "  深", "", "# 文", "甲: 乙"), { maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([mark, remark, lines, deeper]) => [
      ` ${mark}${remark}`,
      ...lines.map((line) => (line === "" ? "" : indent(columns + deeper) + line)),
    ]);

/** What stands behind a colon, then the lines below it. */
function value(depth: number, columns: number): fc.Arbitrary<string[]> {
  const simple = fc.oneof(
    { weight: 4, arbitrary: inline },
    block(columns),
    remarkBehind.map((remark) => [remark]),
  );
  if (depth === 0) return simple;
  const below = (lines: fc.Arbitrary<string[]>) =>
    fc.tuple(remarkBehind, remarksBelow, lines).map(([remark, remarks, rest]) => [remark, ...remarks, ...rest]);
  return fc.oneof(
    simple,
    fc.integer({ min: 1, max: 3 }).chain((deeper) => below(mapping(depth - 1, columns + deeper))),
    fc.nat(2).chain((deeper) => below(list(depth - 1, columns + deeper))),
  );
}

function mapping(depth: number, columns: number): fc.Arbitrary<string[]> {
  const field = (name: string) =>
    fc
      .tuple(value(depth, columns), remarksBelow)
      .map(([[first = "", ...rest], remarks]) => [`${indent(columns)}${name}:${first}`, ...rest, ...remarks]);
  return fc
    .uniqueArray(key, { minLength: 1, maxLength: 3 })
    .chain((names) => fc.tuple(...names.map(field)))
    .map((fields) => fields.flat());
}

function list(depth: number, columns: number): fc.Arbitrary<string[]> {
  const item = fc.integer({ min: 1, max: 3 }).chain((gap) => {
    const plain = inline.map(([text = ""]) => [indent(columns + gap + 1) + text.slice(1)]);
    const lines = depth === 0 ? plain : fc.oneof(plain, mapping(depth - 1, columns + gap + 1));
    return lines.map(([first = "", ...rest]) => [`${indent(columns)}-${first.slice(columns + 1)}`, ...rest]);
  });
  return fc.array(fc.tuple(item, remarksBelow), { minLength: 1, maxLength: 3 }).map((items) => items.flat(2));
}

/** Documents in the YAML that forms are written in, with remarks wherever they may stand. Most are read plainly. */
export const plainDocument = fc
  .tuple(remarksBelow, mapping(3, 0), fc.constantFrom("\n", "\r\n"), fc.nat(2))
  .map(([remarks, lines, lineEnd, blanks]) => [...remarks, ...lines, ...Array(blanks).fill("")].join(lineEnd));
