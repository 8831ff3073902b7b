import type { JsonSchema, Pointer } from "./json-schema.js";

/** The observation points (附件2), in groups, and the criteria for each point. */
export interface Indicators {
  title: string;
  source: string;
  groups: { name: string; points: IndicatorPoint[] }[];
}

/** One observation point. */
export interface IndicatorPoint {
  id: string;
  text: string;
  note?: string;
  criteria: CriterionSetting[];
}

/** One criterion of a point. Exactly one of `field`, `evidence` and `human` is set. */
export interface CriterionSetting {
  /** The field that the criterion looks at. */
  field?: Pointer;
  /** What the criterion looks at, in words; by default the name of the field. */
  what?: string;
  /** The schema that the value of the field must fit. */
  schema?: JsonSchema;
  /** Id of a rule. The criterion is not met when this rule has a finding in the field. */
  rule?: string;
  /** The supporting material (支撑材料) that the point needs, in words. */
  evidence?: string;
  /** What only a person can judge, in words. */
  human?: string;
}

/**
 * Makes the key of a criterion's check in `DocumentKind.criterionChecks`.
 * @param point id of the observation point
 * @param index position of the criterion in its point, from 0
 */
export function criterionKey(point: string, index: number): string {
  return `${point}#${index}`;
}
