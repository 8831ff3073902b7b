/** What was read of a document, as counts that people can compare with what they typed. */
export interface ReadCount {
  label: string;
  count: number;
  /** What is counted, e.g. 人, 家, 项, 字. */
  unit: string;
}
