/** What a form calls the kinds of things that messages and reports speak of. */
export interface Terms {
  /** Those who apply, e.g. 联合体. */
  consortium: string;
  /** What each of them belongs to, e.g. 市州. */
  city: string;
  /** All of these together, e.g. 全省. */
  whole: string;
  /** What each of them is based on, e.g. 园区. */
  park: string;
  /** What each of them serves, e.g. 主导产业. */
  industry: string;
  /** The fields that stand in none of a form's sections, e.g. 封面和文字部分. */
  outside: string;
  /** What a checklist goes through, and what its parts are, e.g. 观测点 and 基本指标. */
  point: string;
  pointGroup: string;
  /** What is said of scores below a checklist. */
  scores: string;
}

/** What they are called where a form does not say. */
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
