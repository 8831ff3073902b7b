/** The tag that stands for a field in a Word template: its keys joined by dots, e.g. `联合体概况.秘书处.人员总数`. */
export function tagOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".");
}
