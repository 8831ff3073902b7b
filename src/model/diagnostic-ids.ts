/** Ids of the rules, in the order their pages are listed. An id is never reused for another rule. */
export const RULE_IDS = [
  "word-limit",
  "headcount-adds-up",
  "staff-names-match",
  "funding-adds-up",
  "students-only-for-schools",
  "leads-are-members",
  "members-complete",
  "one-name-each",
  "duplicate-member",
  "enterprise-scale-plausible",
  "benefit-within-sales",
  "unit-slip",
  "year-jump",
  "lead-industry-in-layout",
  "park-in-city",
  "filing-date",
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

export type RuleId = (typeof RULE_IDS)[number];

/**
 * The checks that are no rules of a notice but come from reading a file and from its schema: by id, how severe it is
 * what they find, unless the finding says otherwise.
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
  "yaml/curly-quotes": "warning",
  "yaml/unprintable": "error",
  "picture/file": "error",
  "picture/place": "error",
  "text/markup": "warning",
  "waiver/invalid": "error",
  "waiver/expired": "warning",
  "waiver/unused": "warning",
  "form/missing": "error",
  "form/unknown": "error",
  "file/unreadable": "error",
  "file/encoding": "error",
} as const;

export type BuiltinCheckId = keyof typeof BUILTIN_CHECK_SEVERITIES;

/** The built-in checks, in the order they are listed. */
export const BUILTIN_CHECK_IDS = Object.keys(BUILTIN_CHECK_SEVERITIES) as BuiltinCheckId[];

/** The checks that compare a document with the schema of its form. */
export type SchemaCheckId = Extract<BuiltinCheckId, `schema/${string}`>;

/** What finds something: a rule, or a check that is none. */
export type DiagnosticId = RuleId | BuiltinCheckId;

/** Whether a finding comes from the schema of the form. */
export function isSchemaCheck(id: DiagnosticId): id is SchemaCheckId {
  return id.startsWith("schema/");
}
