import { createDiagnostic, type Diagnostic } from "../../model/diagnostic.js";
import { BEGINNING } from "../../model/place.js";

/**
 * Makes the finding for a file that the system does not let us read.
 * @param file its name as shown to the user
 * @param error as node throws it
 */
export function unreadableFile(file: string, error: unknown): Diagnostic {
  const { code = "" } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: "没有权限读这个文件",
    ENOENT: "找不到这个文件:它是指向别处的链接,或刚被移走",
    ELOOP: "这是绕回自己的链接",
  };
  const message = reasons[code] ?? `读不了这个文件(${code})`;
  return fileDiagnostic(file, "file/unreadable", message, "检查文件是否被别的程序占用,或换个位置再试");
}

/** Makes a finding about a file as a whole, placed at its beginning. @param file its name as shown to the user */
export function fileDiagnostic(
  file: string,
  ruleId: "file/unreadable" | "file/encoding",
  message: string,
  hint: string,
): Diagnostic {
  return createDiagnostic({ ruleId, file, place: BEGINNING, message, hint });
}
