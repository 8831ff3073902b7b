import { lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { OutputError } from "../../model/errors.js";
import { printable } from "../../text/printable.js";
import { isInside } from "./is-inside.js";

/**
 * Refuses to write to a file where a link would lead the writing elsewhere. Somebody may have put a link into a shared
 * folder, under the name of a file that will be written there.
 * @param file full path
 * @param home full path of the folder that messages name the file from. A path below it must not lead out of it; a path
 *   elsewhere was named by the user
 * @throws {OutputError} when the file is a link, a pipe or a device, or when a link on its way leads out of `home`
 */
export function refuseLinkedOutput(file: string, home: string): void {
  if (isDevice(file)) return;
  const refuse = (name: string, what: string, advice: string): never => {
    throw new OutputError(
      printable`${path.relative(home, file).split(path.sep).join("/")}:${name}${what},没有写;${advice}`,
    );
  };
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) refuse("它", "是通往别处的链接", "删去这个链接,或换个位置");
  if (found && !found.isFile() && !found.isDirectory()) refuse("它", "不是普通文件", "换个位置");
  if (!isInside(file, home)) return;
  const folder = existingFolder(path.dirname(file));
  // also when the folder itself is to be created
  if (!isInside(folder, home)) return;
  const inside = [realPath(folder), realpathSync(home)] as const;
  if (inside[0] === undefined || !isInside(inside[0], inside[1]))
    refuse(
      path.relative(home, folder).split(path.sep).join("/"),
      " 是通往文件夹外面的链接",
      "确实要写到那里,就写它本来的路径",
    );
}

/** Whether a path is a device of the system, such as `/dev/stdout`: these are written to as they are. */
export function isDevice(file: string): boolean {
  return process.platform !== "win32" && isInside(file, "/dev");
}

/** The nearest folder above, or that itself, of which the name is taken, maybe by a link that leads nowhere. */
function existingFolder(folder: string): string {
  const above = path.dirname(folder);
  return above === folder || lstatSync(folder, { throwIfNoEntry: false }) ? folder : existingFolder(above);
}

/** The path without links; undefined when a link leads nowhere or in a circle. */
function realPath(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}
