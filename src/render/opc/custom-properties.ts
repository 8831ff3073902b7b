import { strFromU8, strToU8 } from "fflate";
import { addPartType, addRelationship, type Parts } from "./parts.js";
import { escapeXml, unescapeXml } from "./xml.js";

const PART = "docProps/custom.xml";
/** Bytes that the part with the custom properties may have; ours take a thousand. */
const MAX_BYTES = 64 * 1024;

/** Whether a package has so many custom properties that they are not read. */
export function hasTooManyProperties(parts: Parts): boolean {
  return (parts[PART]?.length ?? 0) > MAX_BYTES;
}

/** Gives a package custom properties, and returns it as a new one; properties with other names are kept. */
export function withCustomProperties(parts: Parts, properties: Record<string, string>): Parts {
  const existing = parts[PART] ? strFromU8(parts[PART]) : "";
  const kept = [...existing.matchAll(/<property [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/property>/gu)]
    .map(([, name = "", value = ""]) => [name, value] as const)
    .filter(([name]) => !Object.hasOwn(properties, name));
  const added = Object.entries(properties).map(
    ([name, value]) => [name, `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`] as const,
  );
  const all = [...kept, ...added].map(
    ([name, value], index) =>
      // the standard reserves the numbers 0 and 1
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">${value}</property>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all.join("")}</Properties>`;
  const result = { ...parts, [PART]: strToU8(xml) };
  if (!parts[PART]) {
    addPartType(result, PART, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    addRelationship(result, "", { id: "rIdPtcProperties", kind: "custom-properties", target: PART });
  }
  return result;
}

/**
 * Makes the function that reads custom properties of a package by name.
 * @returns the text of a property; undefined when the package has none of that name, or too many in all
 */
export function customProperties(parts: Parts): (name: string) => string | undefined {
  const xml = parts[PART] && !hasTooManyProperties(parts) ? strFromU8(parts[PART]) : "";
  return (name) => {
    const value = new RegExp(`name="${name}"[^>]*>\\s*<vt:lpwstr>([^<]*)<`, "u").exec(xml)?.[1];
    return value === undefined ? undefined : unescapeXml(value);
  };
}
