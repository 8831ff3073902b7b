import { strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import { TemplateError } from "../../../model/errors.js";
import type { Parts } from "../../opc/parts.js";

/** Relationships that may lead out of a package: a person must click on a link before it is followed. */
const MAY_LEAD_OUT = new Set(["hyperlink"]);

/** What relationships that lead out are to people, by the last step of their type. */
const NAMES: Record<string, string> = {
  attachedTemplate: "附加的远程模板",
  image: "链接到外面的图片",
  oleObject: "链接到外面的对象",
  subDocument: "链接到外面的子文档",
};

/**
 * Refuses a template that would do something by itself when a document made from it is opened: run macros, or load
 * something from elsewhere.
 * @throws {TemplateError} that says what the template has and how to get rid of it
 */
export function refuseActiveContent(parts: Parts): void {
  const types = attributesOf(parts, "[Content_Types].xml").map((attributes) => attributes.ContentType ?? "");
  const hasMacros = types.some((type) => /macroEnabled|vbaProject/iu.test(type));
  if (hasMacros || Object.keys(parts).some((name) => /(?:^|\/)vba[^/]*$/iu.test(name)))
    throw new TemplateError("模板带有宏,没有使用;用 Word 打开,另存为不带宏的 .docx");
  for (const name of Object.keys(parts).filter((each) => /\.rels$/iu.test(each)))
    for (const { Type = "", Target = "", TargetMode = "" } of attributesOf(parts, name)) {
      const kind = Type.split("/").at(-1) ?? "";
      if (TargetMode.toLowerCase() !== "external" || MAY_LEAD_OUT.has(kind)) continue;
      const what = NAMES[kind] ?? `链接到外面的内容(${kind})`;
      throw new TemplateError(
        `模板有${what}(${Target.slice(0, 80)}),没有使用;在 Word 里换成模板自己的内容(附加的模板改回 Normal),再存一份`,
      );
    }
}

/** The attributes of the elements of a part. @throws {TemplateError} when the part is damaged */
function attributesOf(parts: Parts, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ attributes }) => found.push(attributes));
  try {
    parser.write(strFromU8(parts[name] as Uint8Array)).close();
  } catch {
    throw new TemplateError(`模板文件已损坏(${name} 不完整),用 Word 打开另存一份再试`);
  }
  return found;
}
