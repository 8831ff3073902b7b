import { strFromU8 } from "fflate";
import { TemplateError } from "../../../model/errors.js";
import { hasTooManyProperties } from "../../opc/custom-properties.js";
import type { Parts } from "../../opc/parts.js";
import { PackageTooLarge, unpack } from "../../opc/unpack.js";

/**
 * Unpacks a Word template that may come from anybody.
 * @throws {TemplateError} when it is no Word file, or one that no harmless program writes
 */
export function openTemplate(bytes: Uint8Array): Parts {
  const parts = unpackTemplate(bytes);
  if (!parts["word/document.xml"]) throw new TemplateError("模板不是 Word 文件:里面没有正文");
  for (const [name, content] of Object.entries(parts)) {
    if (/^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)/u.test(name))
      throw new TemplateError("模板里有指向别处的文件名,没有使用;用 Word 打开另存一份再试");
    // Word writes no DOCTYPE; with one, XML could have other files read in, or entities that grow without end
    if (/\.(?:xml|rels)$/iu.test(name) && strFromU8(content).includes("<!DOCTYPE"))
      throw new TemplateError(`模板的 ${name} 里有 DOCTYPE,没有使用;用 Word 打开另存一份再试`);
  }
  if (hasTooManyProperties(parts))
    throw new TemplateError("模板的自定义属性太多,没有使用;在 Word 的“文件→信息→属性”里删去");
  return parts;
}

function unpackTemplate(bytes: Uint8Array): Parts {
  try {
    return unpack(bytes);
  } catch (error) {
    if (error instanceof PackageTooLarge)
      throw new TemplateError(
        "模板解压后太大(一共不超过 200 MB,正文不超过 16 MB),没有使用;换一个模板,或删去里面的大图片",
      );
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (isZip) throw new TemplateError("模板文件不完整,打不开:重新复制一份再试");
    throw new TemplateError("模板不是 Word 文件(.docx);旧的 .doc 请用 Word 或 WPS 另存为 .docx");
  }
}
