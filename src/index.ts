// What ptc offers: to its own command line, and to programs that use it as a library.

export { type CheckOptions, changedFiles, check, checkFiles, type WaiversText } from "./api/check.js";
export { type CoverageOptions, coverage, coverageWorkbook } from "./api/coverage.js";
export {
  buildWord,
  findOffice,
  obstacle,
  pdfFontWarning,
  type RenderOptions,
  templateTags,
  wordRenderer,
  wordToPdf,
} from "./api/documents.js";
export { type FixResult, fix, patch } from "./api/fix.js";
export { github, junit, markdown, sarif } from "./api/formats.js";
export { allForms, packageFolder } from "./api/forms.js";
export { blank, editorSchemaText, explain, explainSuggestions } from "./api/help.js";
export { type ProvinceOptions, provincePage } from "./api/province.js";
export { checklists, checklistWorkbook, type SummaryOptions, status, summarize } from "./api/summary.js";
export { deadlines, ledgerWorkbook, type TrackOptions, track } from "./api/track.js";
export { type Found, findFiles, LARGEST, STDIN, shown } from "./io/files/find-files.js";
export { findWaivers } from "./io/files/find-waivers.js";
export { LARGEST_OFFICE, readBounded } from "./io/files/read-bounded.js";
export { type FileText, readFiles } from "./io/files/read-files.js";
export { whenStopped } from "./io/files/when-stopped.js";
export { writeWhole } from "./io/files/write-file.js";
export type { FormsFolder } from "./io/forms/load-form.js";
export type { Office } from "./io/office/find-office.js";
export type { PdfOptions, PdfResult, WordFile } from "./io/office/word-to-pdf.js";
export type { Checklist, ChecklistPoint, Criterion, PointStatus, Verdict } from "./model/checklist.js";
export type { CityCoverage, Coverage, CoverageCell, CoveredConsortium, IndustryCoverage } from "./model/coverage.js";
export type { Deadline } from "./model/deadline.js";
export type { Diagnostic, Edit, Fix, Position, Range, RelatedPlace, Severity } from "./model/diagnostic.js";
export type { Data, FormDocument } from "./model/document.js";
export { FormError, GitError, OfficeError, TemplateError } from "./model/errors.js";
export type { DocumentKind, Form } from "./model/form.js";
export type { Alert, ConsortiumLedger, Ledger, YearLedger } from "./model/ledger.js";
export type { Paint } from "./model/paint.js";
export { about, count, type Report } from "./model/report.js";
export type { Rule } from "./model/rule.js";
export type { Status } from "./model/status.js";
export type { TagUse, TemplateTags } from "./model/template-tags.js";
export type { Obstacle, TextChange } from "./model/text-change.js";
export { checklistJson, checklistMarkdown, checklistMatrix, checklistText } from "./report/checklist/checklist.js";
export { coverageJson, coverageMarkdown, coverageText } from "./report/coverage/coverage.js";
export { ics } from "./report/deadlines/ics.js";
export { deadlinesText } from "./report/deadlines/text.js";
export { concise } from "./report/diagnostics/concise.js";
export { json } from "./report/diagnostics/json.js";
export { pretty } from "./report/diagnostics/pretty.js";
export { ledgerJson } from "./report/ledger/json.js";
export { ledgerMarkdown } from "./report/ledger/markdown.js";
export { ledgerText } from "./report/ledger/text.js";
export { obstacleText } from "./report/overwrite-conflict/text.js";
export { statusText } from "./report/status/text.js";
export { fits, tagsText } from "./report/template-tags/text.js";
export { rules } from "./rules/index.js";
export { meant, nearest } from "./text/nearest.js";
export { countWords } from "./text/words.js";
