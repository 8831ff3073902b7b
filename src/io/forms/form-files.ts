import path from "node:path";
import type { FormFiles } from "../../form/parse-form.js";
import { FormError } from "../../model/errors.js";
import { MAX_FORM_FILE_BYTES } from "../../model/limits.js";
import { formatMegabytes } from "../../text/format-bytes.js";
import { readBounded } from "../files/read-bounded.js";

/** Makes the reader of the files in a form's folder. Its `read` throws a `FormError` when a file cannot be read. */
export function formFiles(folder: string): FormFiles {
  return {
    folder,
    id: path.basename(folder),
    read(file) {
      const full = path.join(folder, file);
      let bytes: ReturnType<typeof readBounded>;
      try {
        bytes = readBounded(full, MAX_FORM_FILE_BYTES, folder);
      } catch {
        throw new FormError(`${full}:读不到这个文件`);
      }
      if (!(bytes instanceof Uint8Array) && bytes.refused === "outside")
        throw new FormError(`${full}:这个链接通往文件夹外面`);
      if (!(bytes instanceof Uint8Array))
        throw new FormError(`${full}:不是普通文件,或超过 ${formatMegabytes(MAX_FORM_FILE_BYTES)}`);
      return new TextDecoder().decode(bytes);
    },
  };
}
