/** Splits a printed list of names: at 、 and the like, and at line breaks, but not within brackets. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let [depth, name] = [0, ""];
  for (const char of text) {
    if ("（(《〔[".includes(char)) depth += 1;
    if ("）)》〕]".includes(char)) depth = Math.max(0, depth - 1);
    if (char === "\n" || (depth === 0 && "、，,；;".includes(char))) {
      names.push(name);
      name = "";
    } else name += char;
  }
  return [...names, name].map((each) => each.trim().replace(/[。.]$/u, "")).filter((each) => each !== "");
}
