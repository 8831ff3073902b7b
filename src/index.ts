// The library: open forms, read, check, fix, look at documents, render them, report. `docs/library.md` shows how.

export { type CheckAllOptions as CheckOptions, check } from "./api/check.js";
export { explain } from "./api/explain.js";
export { type FixOptions, type FixResult, fix } from "./api/fix.js";
export { type ProvinceOptions, provincePage } from "./api/province.js";
export { sarif } from "./api/sarif.js";
export { type DeadlineOptions, deadlines, type TrackOptions, track } from "./api/track.js";
export { type CoverageOptions, checklists, coverage, reading, status } from "./api/views.js";
export { type RenderWord, templateTags, type WordOptions, wordRenderer } from "./api/word.js";
export {
  checklistWorkbook,
  coverageWorkbook,
  ledgerWorkbook,
  type SummaryOptions,
  summarize,
} from "./api/workbooks.js";
export { blankYaml } from "./form/blank-yaml.js";
export { editorSchema } from "./form/editor-schema.js";
export { hasAttachment } from "./io/files/find-attachment.js";
export { type FindOptions, findInputs } from "./io/files/find-inputs.js";
export { pictureFinder } from "./io/files/find-picture.js";
export { openForms } from "./io/forms/form-catalog.js";
export type { Checklist } from "./model/checklist.js";
export type { Coverage } from "./model/coverage.js";
export type { Deadline } from "./model/deadline.js";
export type { Diagnostic, Edit, Fix, RelatedPlace, Severity } from "./model/diagnostic.js";
export type { Data, FormDocument } from "./model/document.js";
export { FormError, TemplateError } from "./model/errors.js";
export type { DocumentKind, Form } from "./model/form.js";
export { type FormCatalog, openAll } from "./model/form-catalog.js";
export { type FileText, type Input, type ReadInput, textInput, type WaiversText } from "./model/input.js";
export type { Ledger } from "./model/ledger.js";
export type { FindPicture } from "./model/picture.js";
export {
  type DocumentCell,
  formatPlace,
  isTextRange,
  type Place,
  type Position,
  type TextRange,
} from "./model/place.js";
export type { ReadCount } from "./model/reading.js";
export { countBySeverity, type Report } from "./model/report.js";
export type { Status } from "./model/status.js";
export type { TemplateTags } from "./model/template-tags.js";
export { checklistJson } from "./report/checklist/json.js";
export { checklistMarkdown } from "./report/checklist/markdown.js";
export { coverageJson } from "./report/coverage/json.js";
export { coverageMarkdown } from "./report/coverage/markdown.js";
export { ics } from "./report/deadlines/ics.js";
export { concise } from "./report/diagnostics/concise.js";
export { github } from "./report/diagnostics/github.js";
export { json } from "./report/diagnostics/json.js";
export { junit } from "./report/diagnostics/junit.js";
export { markdown } from "./report/diagnostics/markdown.js";
export { ledgerJson } from "./report/ledger/json.js";
export { ledgerMarkdown } from "./report/ledger/markdown.js";
export { countWords } from "./text/word-count.js";
