import path from "node:path";
import { toDisplayPath } from "../io/files/find-inputs.js";
import { OutputError } from "../model/errors.js";
import { printable } from "../text/printable.js";

/** Sentences for the system's error codes. */
const SENTENCES: Record<string, string> = {
  ENOENT: "找不到这个文件",
  EACCES: "没有权限,或文件正被别的程序(如 Word、Excel)打开,请关闭后再试",
  EPERM: "没有权限,或文件正被别的程序(如 Word、Excel)打开,请关闭后再试",
  EBUSY: "文件正被别的程序打开,请关闭后再试",
  EISDIR: "这是文件夹,请给出文件名",
  ENOTDIR: "路径中有一段不是文件夹",
  EEXIST: "路径中有一段是文件,不是文件夹",
  EROFS: "这个位置是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "磁盘配额已用完",
  EFBIG: "文件超过了系统允许的大小",
  ELOOP: "这是绕回自己的链接",
  ENAMETOOLONG: "文件名太长",
};

/**
 * Describes an error of the file system in a Chinese sentence.
 * @param error anything that was thrown
 * @param cwd full path of the current folder; the sentence names the file relative to it
 * @returns undefined when the error did not come from the file system, or from a link there
 */
export function fileErrorText(error: unknown, cwd: string): string | undefined {
  if (error instanceof OutputError) return error.message;
  const { code = "", path: file, syscall } = error as NodeJS.ErrnoException;
  const reason = SENTENCES[code] ?? (syscall && `系统不让读写(${code})`);
  return reason && (file ? printable`${toDisplayPath(path.relative(cwd, file)) || "."}:${reason}` : reason);
}
