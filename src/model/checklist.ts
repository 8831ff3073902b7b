import type { Presentation } from "./presentation.js";

export type Verdict = "满足" | "不满足" | "未填" | "待人工";

/** One thing that speaks to an observation point. */
export interface Criterion {
  what: string;
  verdict: Verdict;
  /** Fields looked at. */
  pointers: string[];
  /** Values found, as text; empty when there are none or they are personal. */
  found: string;
}

export type PointStatus = "有数据支撑" | "部分支撑" | "不满足" | "缺失" | "有佐证" | "需人工评审";

export interface ChecklistPoint {
  id: string;
  text: string;
  note?: string;
  status: PointStatus[];
  criteria: Criterion[];
}

/** The form's indicators applied to one document, without scores. */
export interface Checklist {
  presentation: Presentation;
  file: string;
  name: string;
  title: string;
  groups: { name: string; points: ChecklistPoint[] }[];
}
