import path from "node:path";
import { STDIN_NAME, toDisplayPath } from "../io/files/find-inputs.js";

/** Where the page that has the links is, and where the files are. */
export interface LinkOptions {
  /** Full path of the folder that file names are relative to. */
  folder: string;
  /** Full path of the page. Links are relative to it. */
  page: string;
  /** Web address of a repository. When given, links are `<linkBase>/<file>#L12` instead. */
  linkBase?: string | undefined;
}

/** Makes the address that a page uses to link to a line of a file; undefined when the file cannot be linked to. */
export function hrefOf(file: string, line: number, { folder, page, linkBase }: LinkOptions): string | undefined {
  const full = path.resolve(folder, file);
  const relative = toDisplayPath(path.relative(linkBase === undefined ? path.dirname(page) : folder, full));
  // standard input is not a file, and there is no relative path to another drive
  if (file === STDIN_NAME || path.isAbsolute(relative) || /^[a-z]:/iu.test(relative)) return undefined;
  // a file outside the repository has no page on the web
  if (linkBase !== undefined && relative.startsWith("../")) return undefined;
  const address = relative
    .split("/")
    // a lone surrogate cannot be encoded in an address
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
  return linkBase === undefined ? address : `${linkBase.replace(/\/+$/u, "")}/${address}#L${line}`;
}
