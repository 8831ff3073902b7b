import path from "node:path";
import type { FormFiles } from "../../form/parse-form.js";
import { FormError } from "../../model/errors.js";
import { readBounded } from "../files/read-bounded.js";

/** Registers are the longest files of a form: some hundreds of kilobytes. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The files of a form's folder on the disk. */
export function formFiles(folder: string): FormFiles {
  return {
    folder,
    id: path.basename(folder),
    read(file) {
      const full = path.join(folder, file);
      let bytes: ReturnType<typeof readBounded>;
      try {
        bytes = readBounded(full, MAX_BYTES);
      } catch {
        throw new FormError(`${full}:读不到这个文件`);
      }
      if (!(bytes instanceof Uint8Array)) throw new FormError(`${full}:不是普通文件,或超过 8 MB`);
      return new TextDecoder().decode(bytes);
    },
  };
}
