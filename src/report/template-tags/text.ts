import type { Paint } from "../../model/paint.js";
import type { TagUse, TemplateTags } from "../../model/template-tags.js";
import { displayWidth, padToWidth } from "../../text/display-width.js";
import { showControlCharacters } from "../../text/printable.js";

/** Whether a template with these tags can be filled in. */
export function templateFits(tags: TemplateTags): boolean {
  return tagProblems(tags).length === 0;
}

/** What is wrong with the tags of a template, a sentence for each problem; empty when it can be filled in. */
export function tagProblems({ missing, misspelt, unknown, repeated, unreachable, mixed }: TemplateTags): string[] {
  return [
    ...unknown.map(({ tag, place, meant }) => {
      const guess = meant.map((each) => `{{${each}}}`).join("或");
      return `没有“${tag}”这个栏目(在“${place}”附近)${guess && `:是不是要写 ${guess}?`}`;
    }),
    ...misspelt.map(
      ({ typed, tag, place }) => `“${typed}”的大括号要用半角、两层:{{${tag}}}${place && `(在“${place}”附近)`}`,
    ),
    ...missing.map((tag) => `缺少 {{${tag}}}`),
    ...repeated.map(
      ({ tag, expected, places }) =>
        `{{${tag}}} 出现了 ${places.length} 次,应为 ${expected} 次:${places.map((place) => `“${place}”`).join("、")}`,
    ),
    ...unreachable.map(
      ({ tag, place }) =>
        `{{${tag}}} 在超链接、修订、文本框或内容控件里,填不进去(在“${place}”附近):先接受修订,或把它移到普通段落`,
    ),
    ...mixed.map(
      (tags) =>
        `${tags.map((tag) => `{{${tag}}}`).join("、")} 不是同一个名单的,放在一行(表格外是一段)里没法逐项重复:各放一行`,
    ),
  ];
}

/**
 * The tags of a template for a terminal: those that will be filled in with their places, then what is wrong.
 * @param file as messages name it
 * @param form id and kind of the form that the tags were compared with
 */
export function tagsText(file: string, form: string, tags: TemplateTags, paint: Paint): string {
  const problems = tagProblems(tags);
  const braced = ({ tag }: TagUse) => `{{${tag}}}`;
  const width = tags.known.reduce((most, use) => Math.max(most, displayWidth(braced(use))), 0);
  return [
    `${showControlCharacters(file)}  对照 ${form}`,
    ...tags.known.map((use) => `  ${padToWidth(braced(use), width)}  ${paint.dim(showControlCharacters(use.place))}`),
    ...problems.map((problem) => `${paint.red("错误")}  ${showControlCharacters(problem)}`),
    ...tags.crowded.map(
      ({ tag, place }) =>
        `${paint.yellow("提醒")}  {{${tag}}} 同一段里还有别的文字(“${showControlCharacters(place)}”),分段只能换行,放不下图片:最好单独成段`,
    ),
    problems.length === 0
      ? `${tags.known.length} 处标签都认得,一个不少:可以用`
      : `${tags.known.length} 处标签认得,${problems.length} 个问题:改好再用`,
    "",
  ].join("\n");
}
