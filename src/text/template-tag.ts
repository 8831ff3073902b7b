/**
 * The tag that stands for a field in a Word template: its keys joined by dots, e.g. `联合体概况.秘书处.人员总数`.
 * What is in any entry of a list is named without the `*`: `任务.内容`.
 */
export function tagOf(pointer: string): string {
  return pointer
    .slice(1)
    .replace(/\/\*(?=\/|$)/gu, "")
    .replaceAll("/", ".");
}
