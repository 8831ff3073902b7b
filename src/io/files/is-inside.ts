import path from "node:path";

/** Whether a file lies in a folder or further down; both are full paths. */
export function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
