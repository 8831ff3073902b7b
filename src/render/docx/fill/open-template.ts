import { strFromU8 } from "fflate";
import { TemplateError } from "../../../model/errors.js";
import { MAX_UNPACKED_BYTES, MAX_XML_BYTES } from "../../../model/limits.js";
import { formatMegabytes } from "../../../text/format-bytes.js";
import { hasTooManyProperties } from "../../opc/custom-properties.js";
import type { Parts } from "../../opc/parts.js";
import { PackageEncrypted, PackageTooLarge, unpack } from "../../opc/unpack.js";
import { refuseActiveContent } from "./refuse-active-content.js";

/**
 * Unpacks a Word template that may come from anybody.
 * @throws {TemplateError} when it is no Word file, or one that no harmless program writes
 */
export function openTemplate(bytes: Uint8Array): Parts {
  const parts = unpackTemplate(bytes);
  if (!parts["word/document.xml"]) throw new TemplateError("模板不是 Word 文件:里面没有正文");
  if (!parts["[Content_Types].xml"])
    throw new TemplateError("模板不是完整的 Word 文件:里面没有 [Content_Types].xml;用 Word 打开另存一份再试");
  for (const [name, content] of Object.entries(parts)) {
    if (/^[/\\]|\\|(?:^|\/)\.\.(?:\/|$)/u.test(name))
      throw new TemplateError("模板里有指向别处的文件名,没有使用;用 Word 打开另存一份再试");
    // Word writes no DOCTYPE; with one, XML could have other files read in, or entities that grow without end
    if (/\.(?:xml|rels)$/iu.test(name) && strFromU8(content).includes("<!DOCTYPE"))
      throw new TemplateError(`模板的 ${name} 里有 DOCTYPE,没有使用;用 Word 打开另存一份再试`);
    // in another encoding, what is looked for would not be found
    if (/\.(?:xml|rels)$/iu.test(name) && content.subarray(0, 4).some((byte) => byte === 0 || byte >= 0xfe))
      throw new TemplateError(`模板的 ${name} 不是 UTF-8 编码,没有使用;用 Word 打开另存一份再试`);
  }
  refuseActiveContent(parts);
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
        `模板解压后太大(一共不超过 ${formatMegabytes(MAX_UNPACKED_BYTES)},正文不超过 ${formatMegabytes(MAX_XML_BYTES)}),没有使用;换一个模板,或删去里面的大图片`,
      );
    if (error instanceof PackageEncrypted) throw new TemplateError("模板加了密码,打不开:用 Word 去掉密码再存一份");
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (isZip) throw new TemplateError("模板文件不完整,打不开:重新复制一份再试");
    throw new TemplateError("模板不是 Word 文件(.docx);旧的 .doc 和加了密码的,请用 Word 或 WPS 另存为没有密码的 .docx");
  }
}
