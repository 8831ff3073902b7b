import { strFromU8, strToU8 } from "fflate";
import { escapeXml } from "./xml.js";

const CUSTOM = "docProps/custom.xml";

/** Sets custom document properties; any the template had are kept. */
export function withProperties(
  parts: Record<string, Uint8Array>,
  properties: Record<string, string>,
): Record<string, Uint8Array> {
  const existing = parts[CUSTOM] ? strFromU8(parts[CUSTOM]) : "";
  const kept = [...existing.matchAll(/<property [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/property>/gu)].filter(
    ([, name = ""]) => !Object.hasOwn(properties, name),
  );
  const own = Object.entries(properties).map(
    ([name, value]) => [name, `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`] as const,
  );
  const all = [...kept.map(([, name, value]) => [name, value] as const), ...own].map(
    ([name, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">${value}</property>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${all.join("")}</Properties>`;
  const result = { ...parts, [CUSTOM]: strToU8(xml) };
  if (!parts[CUSTOM]) {
    register(
      result,
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/${CUSTOM}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`,
    );
    register(
      result,
      "_rels/.rels",
      "</Relationships>",
      `<Relationship Id="rIdPtcProperties" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="${CUSTOM}"/>`,
    );
  }
  return result;
}

function register(parts: Record<string, Uint8Array>, name: string, end: string, entry: string): void {
  parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace(end, entry + end));
}
