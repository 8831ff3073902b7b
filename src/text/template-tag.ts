/**
 * Makes the tag that stands for a field in a Word template: the keys of its pointer joined by dots, e.g.
 * `联合体概况.秘书处.人员总数`. The `*` for any entry of a list is left out: `任务.内容`.
 * @param pointer JSON Pointer of the field
 */
export function tagOf(pointer: string): string {
  return pointer
    .slice(1)
    .replace(/\/\*(?=\/|$)/gu, "")
    .replaceAll("/", ".");
}
