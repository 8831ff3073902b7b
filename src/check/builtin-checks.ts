import { BUILTIN_CHECK_IDS, type BuiltinCheckId } from "../model/diagnostic-ids.js";
import { MAX_PICTURE_BYTES, MAX_PICTURES_BYTES, MAX_TEXT_BYTES } from "../model/limits.js";
import { formatMegabytes } from "../text/format-bytes.js";
import { MAX_ALIASES, MAX_BLANKS, MAX_LEVELS, MAX_MARKS } from "../yaml/limits.js";

const NOTES: Record<BuiltinCheckId, { title: string; about: string }> = {
  "schema/required": {
    title: "必填的栏目已经填写",
    about: "印在表上的栏目都要填。没有的写 0 或“无”。--draft 时不算错。",
  },
  "schema/year": {
    title: "年份齐全,没有多出来的年份",
    about: "每个分年度的指标都要填表上印的那几年。缺的年份 --draft 时不算错。",
  },
  "schema/type": {
    title: "数字是数字,文字是文字",
    about: "数字栏只写数字,不带单位、逗号和百分号;是非栏写 true 或 false。",
  },
  "schema/enum": { title: "写的是可选的值", about: "有的栏目只能从固定的几个值里选。" },
  "schema/range": {
    title: "数字在允许的范围内",
    about: "百分比在 0—100 之间;个数、人数是不小于 0 的整数;金额不小于 0,最多两位小数。",
  },
  "schema/format": { title: "日期和电话的写法正确", about: "日期写成 2024-02-20;电话写手机号或带区号的固定电话。" },
  "schema/unknown-key": { title: "没有表上没有的栏目", about: "键名要与表格一致;写错一两个字时会提示最接近的。" },
  "schema/other": { title: "符合表格的其他要求", about: "schema 里的其他约束。" },
  "yaml/syntax": {
    title: "YAML 写法正确",
    about: "常见的错:全角冒号、冒号后没有空格、用 Tab 缩进、长文字没有缩进、引号不成对。",
  },
  "yaml/duplicate-key": { title: "同一个键只写一次", about: "同一层里一个键写了两次,不知道以哪个为准。" },
  "yaml/too-complex": {
    title: "不大得离奇",
    about: `行数和 YAML 标点超过 ${MAX_MARKS} 个,或引用(& 和 *)超过 ${MAX_ALIASES} 处、展开后极大,层次超过 ${MAX_LEVELS} 层,或一行里连着 ${MAX_BLANKS} 个以上空格的文件不检查。`,
  },
  "yaml/lost-text": {
    title: "没有悄悄丢掉的文字",
    about: "“ #”后面的文字 YAML 当作说明;没有“|”的多行文字会连成一段。这两种情况给出警告;其中一行以“- ”开头的是错误。",
  },
  "yaml/text-in-comment": {
    title: "说明里没有写着内容",
    about:
      "“#”后面是说明,不读入,也不印出来。内容接在表上的说明后面、写在说明的位置上,或写在没填的栏目右边的“#”后面,都会丢失。自己的备注另起一行写,如“# 待核实”。",
  },
  "yaml/hint-in-text": {
    title: "内容里没有连着表上的说明",
    about: "内容写在“#”前面没有空格,或把表上的说明也粘贴进来,说明就成了内容,会印出来。",
  },
  "yaml/curly-quotes": {
    title: "引号是半角的,成对",
    about: "Word、WPS 会把引号改成中文的“ ”,YAML 把它们当作内容,连同里面的内容一起印出;只有一半的也是。给出警告。",
  },
  "yaml/unprintable": {
    title: "没有看不见的控制字符",
    about: "从别处粘贴来的文字有时带着控制字符,Word 文件里放不下。",
  },
  "picture/file": {
    title: "图片找得到、印得出",
    about: `文字里的图片写成 ![图1 说明](文件名.jpg),文件放在 YAML 旁边或其下的文件夹里,png 或 jpg,每张不超过 ${formatMegabytes(MAX_PICTURE_BYTES)},一共不超过 ${formatMegabytes(MAX_PICTURES_BYTES)}。找不到、损坏、不是图片的是错误;靠旋转标记显示的照片给出警告。`,
  },
  "picture/place": { title: "图片单独占一行", about: "表格里、加粗文字里的图片印不出来。" },
  "text/markup": {
    title: "没有写走样的表格和图片",
    about: "像表格、像图片,但写法差一点的,会连符号一起原样印在表上,给出警告。",
  },
  "text/wordless": {
    title: "文字栏里写的是文字",
    about: "名称、说明里只有数字或符号的,照原样印出,但多半写错了,如该列姓名的写了人数,给出警告。",
  },
  "text/invisible": {
    title: "没有看不见的字符",
    about:
      "零宽空格、软连字符、方向标记一类的字符(如 <U+200B>)看不见,却会让两个一样的名称不一样,让数字不是数字。ptc 读入、比较、印出时都略去它们;在键、名称、数字、日期里是错误,在成段的文字里给出警告。表情符号里的不算。",
  },
  "text/line-break": {
    title: "换行是通常的换行",
    about:
      "从网页、Word 或旧的 Mac 贴来的文字里,有的换行是别的字符(如 <U+2028>、手动换行符)。都当作换行读入、印出,并给出警告。",
  },
  "text/tab": {
    title: "文字里没有制表符(Tab)",
    about:
      "从 Word、Excel 贴来的表格,各格之间是制表符,印出来不是表格:ptc fix 改成 Markdown 的表格。单独的制表符改成空格。行首的当作缩进,不算。给出警告。",
  },
  "text/private-use": {
    title: "没有只在个别字体里才有的字符",
    about:
      "Word 的项目符号(如 <U+F06C>)换台电脑就显示成方框。成段的文字里以它开头的行,ptc fix 改成列表;在别处的给出警告,在名称前面的是错误。",
  },
  "waiver/invalid": {
    title: "豁免写全了",
    about:
      "ptc-waivers.yaml 里每条要写规则、文件、位置(JSON Pointer)、理由、批准人、有效期至。只有规则能豁免,YAML 写法和栏目的要求不能。",
  },
  "waiver/expired": { title: "豁免没有到期", about: "到期的豁免不再起作用,并给出警告。" },
  "waiver/unused": { title: "豁免都用得上", about: "检查过的文件里没有相应的问题,这条豁免就该删去。" },
  "form/missing": {
    title: "第一行写明填的是哪张表",
    about: "文件要有“表单: 编号/种类”这样一行(ptc init 写好的就有),否则不知道按哪张表检查。",
  },
  "form/unknown": { title: "表单是已知的", about: "“表单:”后面写的是已有的表格编号和种类。" },
  "word/doubt": {
    title: "Word 表里认出的值没有疑问",
    about: "标签与表上的不完全一样,单位不同,或一处的内容分不开的,按最可能的读入,给出警告:请对照 Word 核对。",
  },
  "word/unrecognised": {
    title: "Word 表里的内容都认得出",
    about: "有内容而不知道是哪一栏的格子,没有读入,给出警告。",
  },
  "word/not-printed": {
    title: "表上没有填处的栏目另外填",
    about: "有的栏目要填报人表态,表上却没有填的地方。只看 Word 不知道,给出警告;用 ptc import 转成 YAML 后填写。",
  },
  "file/unreadable": {
    title: "文件可以读取",
    about: `找不到、没有权限、超过 ${formatMegabytes(MAX_TEXT_BYTES)} 或不是普通文件。退出码为 2。`,
  },
  "file/encoding": {
    title: "文件用 UTF-8 保存",
    about: "GBK、UTF-16 的文件也能读,但请另存为 UTF-8,免得别的软件显示乱码。UTF-8 文件里夹有坏字符的是错误。",
  },
  "file/not-checked": {
    title: "检查没有中断",
    about: "检查一个文件时程序自己出了错:这个文件没有检查完,其余的照常检查。退出码为 2。",
  },
};

/** Title and explanation of the checks that are not rules of a notice: those of reading a file and of its schema. */
export const builtinChecks = BUILTIN_CHECK_IDS.map((id) => ({ id, ...NOTES[id] }));
