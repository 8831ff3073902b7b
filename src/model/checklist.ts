import type { Presentation } from "./presentation.js";

/** The result of one criterion: met, not met, not filled in, or left to a person. */
export type Verdict = "满足" | "不满足" | "未填" | "待人工";

/** One criterion of an observation point, applied to one document. */
export interface Criterion {
  /** What the criterion looks at, as text for people. */
  what: string;
  verdict: Verdict;
  /** The fields that the criterion looks at. */
  pointers: string[];
  /** The values of these fields, as text. Empty when there are none, or when they are personal data. */
  found: string;
}

/** What the criteria of a point say together. A point can have several of these at the same time. */
export type PointStatus = "有数据支撑" | "部分支撑" | "不满足" | "缺失" | "有佐证" | "需人工评审";

/** One observation point (附件2) with its criteria applied. */
export interface ChecklistPoint {
  id: string;
  text: string;
  note?: string;
  status: PointStatus[];
  criteria: Criterion[];
}

/** The form's indicators (附件2) applied to one document. There are no scores, because the notice has none. */
export interface Checklist {
  presentation: Presentation;
  file: string;
  name: string;
  title: string;
  groups: { name: string; points: ChecklistPoint[] }[];
}
