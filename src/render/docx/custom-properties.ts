import { strFromU8, strToU8 } from "fflate";
import { declareType, type Parts, relate } from "./package.js";
import { escapeXml } from "./xml.js";

const CUSTOM = "docProps/custom.xml";

/** Sets custom document properties; any the template had are kept. */
export function withProperties(parts: Parts, properties: Record<string, string>): Parts {
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
    declareType(result, { part: CUSTOM }, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    relate(result, "", { id: "rIdPtcProperties", kind: "custom-properties", target: CUSTOM });
  }
  return result;
}
