/**
 * Ids of the rules, in the order in which their pages are listed. An id is never reused for another rule, because
 * waivers and old reports name rules by id.
 */
export const RULE_IDS = [
  "word-limit",
  "headcount-adds-up",
  "staff-names-match",
  "funding-adds-up",
  "students-only-for-schools",
  "leads-are-members",
  "members-complete",
  "one-name-each",
  "one-or-two-names",
  "duplicate-member",
  "enterprise-scale-plausible",
  "benefit-within-sales",
  "unit-slip",
  "year-jump",
  "lead-industry-in-layout",
  "park-in-city",
  "filing-date",
  "founding-date",
  "integrity-pledge",
  "pledge-concrete",
  "evidence-path",
  "one-per-park",
  "park-within-park",
  "park-already-approved",
  "same-name",
  "shared-lead",
  "tasks-answered",
  "task-ids-unique",
  "task-outcome",
  "task-in-year",
  "data-cutoff",
  "figures-agree",
  "pledges-in-plan",
  "agrees-with-roster",
  "filed-in-time",
  "approved-before-filing",
  "same-filing",
] as const;

/** Id of a rule. */
export type RuleId = (typeof RULE_IDS)[number];

/**
 * Severity by id for the built-in checks: those that read a file or compare it with its schema, and do not come from a
 * notice. A single finding may set another severity.
 */
export const BUILTIN_CHECK_SEVERITIES = {
  "schema/required": "error",
  "schema/year": "error",
  "schema/type": "error",
  "schema/enum": "error",
  "schema/range": "error",
  "schema/format": "error",
  "schema/unknown-key": "error",
  "schema/other": "error",
  "yaml/syntax": "error",
  "yaml/duplicate-key": "error",
  "yaml/too-complex": "error",
  "yaml/lost-text": "warning",
  "yaml/text-in-comment": "error",
  "yaml/hint-in-text": "error",
  "yaml/curly-quotes": "warning",
  "yaml/unprintable": "error",
  "picture/file": "error",
  "picture/place": "error",
  "text/markup": "warning",
  "text/wordless": "warning",
  "text/invisible": "error",
  "text/line-break": "warning",
  "text/tab": "warning",
  "text/private-use": "warning",
  "waiver/invalid": "error",
  "waiver/expired": "warning",
  "waiver/unused": "warning",
  "form/missing": "error",
  "form/unknown": "error",
  "word/doubt": "warning",
  "word/unrecognised": "warning",
  "word/not-printed": "warning",
  "file/unreadable": "error",
  "file/encoding": "error",
  "file/not-checked": "error",
} as const;

/** Id of a built-in check. */
export type BuiltinCheckId = keyof typeof BUILTIN_CHECK_SEVERITIES;

/** Ids of the built-in checks, in the order in which they are listed. */
export const BUILTIN_CHECK_IDS = Object.keys(BUILTIN_CHECK_SEVERITIES) as BuiltinCheckId[];

/** Id of a check that compares a document with the schema of its form. */
export type SchemaCheckId = Extract<BuiltinCheckId, `schema/${string}`>;

/** What a diagnostic comes from: a rule or a built-in check. */
export type DiagnosticId = RuleId | BuiltinCheckId;

/** Whether an id belongs to a check that compares a document with the schema of its form. */
export function isSchemaCheck(id: DiagnosticId): id is SchemaCheckId {
  return id.startsWith("schema/");
}
