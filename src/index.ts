// What ptc offers: to its own command line, and to programs that use it as a library.

export { type CheckOptions, changedFiles, check, checkFiles, type WaiversText } from "./api/check.js";
export { type CoverageOptions, coverage, coverageWorkbook } from "./api/coverage.js";
export {
  buildWord,
  findOffice,
  overwriteConflict,
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
export { findFiles, type InputFile, MAX_TEXT_BYTES, STDIN_NAME, toDisplayPath } from "./io/files/find-files.js";
export { findWaivers } from "./io/files/find-waivers.js";
export { onInterrupt } from "./io/files/on-interrupt.js";
export { MAX_OFFICE_BYTES, readBounded } from "./io/files/read-bounded.js";
export { type FileText, readFiles } from "./io/files/read-files.js";
export { writeAtomically } from "./io/files/write-atomically.js";
export type { FormsFolder } from "./io/forms/load-form.js";
export type { Office } from "./io/office/find-office.js";
export type { PdfOptions, PdfResult, WordFile } from "./io/office/word-to-pdf.js";
export type { Checklist, ChecklistPoint, Criterion, PointStatus, Verdict } from "./model/checklist.js";
export { annexOf } from "./model/clause.js";
export type { CityCoverage, Coverage, CoverageCell, CoveredConsortium, IndustryCoverage } from "./model/coverage.js";
export type { Deadline } from "./model/deadline.js";
export type { Diagnostic, Edit, Fix, Position, Range, RelatedPlace, Severity } from "./model/diagnostic.js";
export type { Data, FormDocument } from "./model/document.js";
export { FormError, GitError, OfficeError, TemplateError } from "./model/errors.js";
export type { DocumentKind, Form } from "./model/form.js";
export type { Alert, ConsortiumLedger, Ledger, YearLedger } from "./model/ledger.js";
export type { OverwriteConflict, TextChange } from "./model/overwrite-conflict.js";
export type { Paint } from "./model/paint.js";
export { countBySeverity, filterReport, type Report } from "./model/report.js";
export type { Rule } from "./model/rule.js";
export type { Status } from "./model/status.js";
export type { TagUse, TemplateTags } from "./model/template-tags.js";
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
export { overwriteConflictText } from "./report/overwrite-conflict/text.js";
export { statusText } from "./report/status/text.js";
export { tagsText, templateFits } from "./report/template-tags/text.js";
export { rules } from "./rules/index.js";
export { closestMatches, didYouMean } from "./text/did-you-mean.js";
export { countWords } from "./text/word-count.js";
