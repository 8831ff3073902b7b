import { createRequire } from "node:module";

// Stands in for `marked` in the command line's bundle: it spends some milliseconds on getting ready, and
// most runs never read Markdown.
type Library = typeof import("marked");

export const Marked = class {
  constructor(...options: ConstructorParameters<Library["Marked"]>) {
    const library: Library = createRequire(`${import.meta.dirname}/`)("marked");
    // biome-ignore lint/correctness/noConstructorReturn: the stand-in hands over to the library's own class
    return new library.Marked(...options);
  }
};
