/** What is wrong, and what to type instead. */
interface Sentence {
  message: string;
  hint: string;
}

/** The text of a field that does not stand below it. */
interface StrayField {
  key: string;
  /** What to change behind the key, ending in a comma; "" where nothing is. */
  change: string;
  /** How many spaces its lines begin with, and by how many that is more than its key. */
  width: number;
  further: number;
}

/** Fields or items that stand at another level than the form has them. */
interface StrayLines {
  /** The key of the first; none for items of a list. */
  key?: string | undefined;
  /** The key of what they belong to; "" for the form as a whole. */
  parent: string;
  spaces: number;
  count: number;
}

const QUOTE_IT = "把内容放进引号";
const HALF_WIDTH_COLON = "改成半角冒号加一个空格“: ”";

/** Where the lines of a field's text belong. */
function moveBelow({ key, change, width, further }: StrayField): string {
  return `${change}文字从下一行写起,每行左边比“${key}”多空 ${further} 格(共 ${width} 个半角空格)`;
}

/** What a line is: a field of a section or of the form, or an item of a list. */
function belongs(key: string | undefined, parent: string): string {
  if (key === undefined) return `它是“${parent}”列表里的一项`;
  return parent === "" ? `“${key}”不在任何一项下面` : `“${key}”是“${parent}”的一项`;
}

/** Every kind of slip in YAML, with its sentences; some of them quote what was typed. */
const SENTENCES = {
  // indentation
  "indent-character": (character: string) => ({
    message: `这一行用${character}缩进`,
    hint: "改用半角空格缩进,每层两个空格",
  }),
  "indent-level": (spaces: number) => ({
    message: "这一行没有按层次缩进",
    hint: `左边空 ${spaces} 格,和同级的对齐`,
  }),
  astray: ({ key, parent, spaces, count }: StrayLines) => ({
    message: `${count > 1 ? `从这里起的 ${count} 行左边空得不对` : "这一行左边空得不对"}:${belongs(key, parent)}`,
    hint: `${count > 1 ? "第一行" : ""}左边空 ${spaces} 格${parent === "" ? "" : `,和“${parent}”下面的其他行对齐`}`,
  }),
  "no-parent": (parent: string, spaces: number) => ({
    message: `这一行是“${parent}”的内容,上面少了“${parent}:”这一行`,
    hint: `在它上面补一行“${parent}:”,左边空 ${spaces} 格`,
  }),
  "tab-indent": () => ({ message: "这一行用制表符(Tab)缩进", hint: "改用空格缩进,每层两个空格" }),
  "indent-beside-others": () => ({
    message: "这一行的缩进和同级的行没有对齐",
    hint: "同一级的行左边对齐,下一级多两个空格",
  }),
  "indent-below-value": () => ({
    message: "这一行比上一行多缩进了",
    hint: "与上一行同级的,左边对齐;是上一行的内容,上一行冒号后面不要写字",
  }),
  "missing-dash": () => ({
    message: "这一行与上面的“- ”对齐,开头却没有“- ”",
    hint: "是新的一项,开头加“- ”;是上一项的内容,左边再多空两格",
  }),

  // punctuation
  "full-width-colon": () => ({ message: "这里用了全角冒号“：”", hint: HALF_WIDTH_COLON }),
  "no-space-after-colon": () => ({ message: "冒号后面少了一个空格", hint: "冒号后面留一个半角空格再写" }),
  "no-colon": (key: string) => ({
    message: `“${key}”后面少了冒号`,
    hint: `写成“${key}: …”,冒号用半角,后面留一个空格`,
  }),
  "odd-space-after-colon": () => ({ message: "冒号后面不是半角空格", hint: "冒号后面留一个半角空格再写" }),
  "full-width-brackets": (opening: string, closing: string) => ({
    message: `这里用了全角括号,会照样读入,不会分开来读`,
    hint: `两头都改成半角括号 ${opening} ${closing},各项之间用半角逗号加一个空格`,
  }),
  "full-width-comma": () => ({ message: "括号里用了全角逗号“，”", hint: "改成半角逗号加一个空格“, ”" }),
  "full-width-comma-between-fields": () => ({
    message: "括号里用了全角逗号“，”",
    hint: "逗号、冒号都用半角,后面留一个空格,如 {甲: 1, 乙: 2}",
  }),
  "comma-in-figure": () => ({ message: "数字里的逗号把它分成了两项", hint: "去掉逗号,如 12000" }),

  // quotation marks and brackets
  "curly-quotes": () => ({ message: "这里用了中文引号“”", hint: '改成半角引号 ""' }),
  "mismatched-quotes": (straight: string, curly: string) => ({
    message: `引号一头是半角的 ${straight},一头是中文的${curly}`,
    hint: `两头都用半角引号 ${straight}${straight}`,
  }),
  unclosed: (opening: string, closing: string) => ({
    message: `从这里开始的${opening === closing ? "引号" : "括号"} ${opening} 没有配对`,
    hint: `在内容末尾补上 ${closing}`,
  }),
  "missing-character": () => ({
    message: "这里少了一个符号",
    hint: "检查引号、括号是否成对,键的后面是否有半角冒号和空格",
  }),
  "unexpected-content": () => ({
    message: "这里出现了多余的内容",
    hint: "检查引号、括号是否成对;内容以 @ ` % 等符号开头时加引号",
  }),
  "bad-escape": () => ({ message: "双引号里的反斜杠 \\ 不能这样用", hint: "路径用 / 分隔,或改用单引号" }),

  // what a value begins with
  tag: () => ({ message: "以 ! 开头的内容会被当作标记", hint: QUOTE_IT }),
  alias: () => ({ message: "以 * 开头的内容会被当作引用", hint: QUOTE_IT }),
  "reserved-character": (character: string) => ({ message: `内容不能以 ${character} 开头`, hint: QUOTE_IT }),
  directive: () => ({ message: "以 % 开头的行会被当作指令", hint: "删去这一行,或把内容放进引号" }),

  // texts of several lines
  "text-indented-with-tab": (field: StrayField) => ({
    message: `这里是“${field.key}”的文字,用了制表符(Tab)缩进`,
    hint: moveBelow(field),
  }),
  "text-not-indented": (field: StrayField) => ({
    message: `这里是“${field.key}”的文字,左边空得不够`,
    hint: moveBelow(field),
  }),
  "first-line-too-deep": (key: string, spaces: number, further: number) => ({
    message: `“${key}”的文字,第一行左边空得比下面各行多`,
    hint: `第一行左边空 ${spaces} 格(比“${key}”多 ${further} 格),和下面各行对齐`,
  }),
  "text-beside-mark": (field: StrayField) => ({ message: "“|”后面不能接着写", hint: moveBelow(field) }),
  "picture-beside-key": (field: StrayField) => ({
    message: `图片不能接在“${field.key}:”的同一行写`,
    hint: moveBelow(field),
  }),
  "list-beside-key": (field: StrayField) => ({
    message: `列表不能接在“${field.key}:”的同一行写`,
    hint: moveBelow(field),
  }),
  "value-beside-mark": () => ({ message: "“|”后面不能接着写", hint: "文字从下一行写起,左边多空两格" }),

  // lists
  "no-space-after-dash": () => ({ message: "“-”后面少了一个空格", hint: "“-”后面留一个半角空格再写" }),
  "list-without-dashes": (count: number) => ({
    message: `${count > 1 ? `这 ${count} 行` : "这一行"}是列表里的内容,开头没有“- ”,会和上下的行连成一个名称`,
    hint: "每行写一项,开头写“- ”,左边对齐;是上一项没写完的,接在上一项后面写成一行",
  }),
  "item-below-value": (key: string) => ({
    message: `“${key}:”后面已经写了内容,这一行会和它连成一项`,
    hint: `“${key}:”后面不写,第一项也另起一行、以“- ”开头`,
  }),
  "item-in-value": () => ({
    message: "这一行以“- ”开头,却会和上一行连成一项",
    hint: "是列表里的一项,“- ”和上一项的对齐;是上一行的文字,接在上一行后面写",
  }),

  "value-below-key": (key: string) => ({
    message: `这里是“${key}”的内容,没有写在冒号的右边`,
    hint: `写到“${key}:”的右边,空一格;要写在下一行,左边比“${key}”多空两格`,
  }),
  "value-above-key": (key: string) => ({
    message: `这里是“${key}”的内容,写在了它的上面一行`,
    hint: `移到“${key}:”的右边`,
  }),
  "hint-without-mark": () => ({
    message: "这一行是表上的说明,开头的“#”没有了",
    hint: "开头补上“# ”,或把这一行删去",
  }),

  // structure
  "no-field": () => ({
    message: "这一行不是“键: 值”的写法",
    hint: "每一行写成“键: 值”,冒号用半角,后面留一个空格;长文字放在“键: |”的下一行,每行左边多空两格",
  }),
  "field-in-value": () => ({
    message: "这一行里又出现了一个冒号或列表,看不出层次",
    hint: "内容里有冒号时,把整段内容放进引号;分项内容另起一行并缩进",
  }),
  "fields-in-brackets": () => ({
    message: "括号 { } 或 [ ] 里不能换行写分项内容",
    hint: "改成另起一行、缩进的写法",
  }),
  "collection-as-key": () => ({
    message: "键的位置上写的是列表或分项内容",
    hint: "键只能是一行文字,列表写在冒号后面;内容以 [ 或 { 开头时放进引号",
  }),
  "several-documents": () => ({ message: "一个文件里写了不止一份(中间有一行 ---)", hint: "每份另存为一个文件" }),
  "too-deep": () => ({ message: "文件里的层次太深,没有继续检查", hint: "检查是不是选错了文件" }),
  "not-yaml": (complaint: string) => ({ message: "这里不合 YAML 的写法", hint: `解析器的说法:${complaint}` }),
} satisfies Record<string, (...quoted: never[]) => Sentence>;

/** A kind of slip: what decides by slips asks for it, never for their wording. */
export type SlipKind = keyof typeof SENTENCES;

/** A kind of slip with its sentences. */
export interface SlipSentence extends Sentence {
  kind: SlipKind;
}

/** Says what is wrong. @param quoted what the sentences of this kind quote */
export function describeSlip<K extends SlipKind>(kind: K, ...quoted: Parameters<(typeof SENTENCES)[K]>): SlipSentence {
  const sentence = SENTENCES[kind] as (...quoted: Parameters<(typeof SENTENCES)[K]>) => Sentence;
  return { kind, ...sentence(...quoted) };
}

const INDENTATION: ReadonlySet<SlipKind> = new Set([
  "indent-character",
  "indent-level",
  "tab-indent",
  "text-indented-with-tab",
]);

/** Whether a line begins with something else than the spaces it should: then how far it is indented is a guess. */
export function isIndentationSlip({ kind }: Pick<SlipSentence, "kind">): boolean {
  return INDENTATION.has(kind);
}
