/** The form's words for the things that messages and reports mention: `terms` in its `form.yaml`. */
export interface Terms {
  /** The applicants, e.g. 联合体. */
  consortium: string;
  /** The area that an applicant belongs to, e.g. 市州. */
  city: string;
  /** All areas together, e.g. 全省. */
  whole: string;
  /** What an applicant is based on, e.g. 园区. */
  park: string;
  /** What an applicant serves, e.g. 主导产业. */
  industry: string;
  /** The fields that belong to no section of the form, e.g. 封面和文字部分. */
  outside: string;
  /** An item of a checklist and a group of items, e.g. 观测点 and 基本指标. */
  point: string;
  pointGroup: string;
  /** The sentence about scores below a checklist. */
  scores: string;
}

/** The words used when a form does not set its own. */
export const GENERAL_TERMS: Terms = {
  consortium: "申报单位",
  city: "地区",
  whole: "全部",
  park: "园区",
  industry: "产业",
  outside: "其他栏目",
  point: "要点",
  pointGroup: "类别",
  scores: "这里不打分",
};
