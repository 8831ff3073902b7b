import path from "node:path";
import { STDIN_NAME, toDisplayPath } from "../io/files/find-inputs.js";

/** Where a page that links to files will be, and where the files are. */
export interface LinkOptions {
  /** Folder the names of the files are relative to. */
  folder: string;
  /** Path of the page: links are relative to it. */
  page: string;
  /** Address of a repository's files on the web, to which links go instead, as `<linkBase>/<file>#L12`. */
  linkBase?: string;
}

/** The address of a line of a file as the page links to it; undefined where there is none. */
export function hrefOf(file: string, line: number, { folder, page, linkBase }: LinkOptions): string | undefined {
  const full = path.resolve(folder, file);
  const way = toDisplayPath(path.relative(linkBase === undefined ? path.dirname(page) : folder, full));
  // standard input is no file, another drive has no way to it, and what lies outside a repository is not on its page
  if (file === STDIN_NAME || path.isAbsolute(way) || /^[a-z]:/iu.test(way)) return undefined;
  if (linkBase !== undefined && way.startsWith("../")) return undefined;
  const address = way
    .split("/")
    // half a character cannot be written in an address, nor in the name of a file
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, "\ufffd")))
    .join("/");
  return linkBase === undefined ? address : `${linkBase.replace(/\/+$/u, "")}/${address}#L${line}`;
}
