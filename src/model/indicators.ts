import type { JsonSchema, Pointer } from "./json-schema.js";

/** 附件2: observation points and what speaks to them. */
export interface Indicators {
  title: string;
  source: string;
  groups: { name: string; points: IndicatorPoint[] }[];
}

export interface IndicatorPoint {
  id: string;
  text: string;
  note?: string;
  criteria: CriterionSetting[];
}

/** Exactly one of `field`, `evidence` and `human` is set. */
export interface CriterionSetting {
  field?: Pointer;
  what?: string;
  schema?: JsonSchema;
  rule?: string;
  evidence?: string;
  human?: string;
}

/** What the check of a criterion is found by: its observation point and its place among the point's criteria, from 0. */
export function criterionKey(point: string, index: number): string {
  return `${point}#${index}`;
}
