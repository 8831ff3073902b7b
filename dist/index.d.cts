/** How several texts are checked together. */
interface CheckAllOptions extends CheckOptions {
    /** The file that lists the waived findings. */
    waivers?: WaiversText | undefined;
    /** Findings about other files that were read, such as the file of waivers. */
    problems?: Diagnostic[] | undefined;
    /** Return only findings. Of each document, only the fields that rules compare are kept, which saves memory. */
    onlyFindings?: boolean | undefined;
    /** Called with an error that is a bug of ours and became the finding of one file. */
    onDefect?: ((error: unknown) => void) | undefined;
}
/**
 * Checks texts one by one and against each other. An input is read when its turn comes, and again when one of its lines
 * must be shown, so only one text is in memory at a time.
 * @param inputs YAML texts, or functions that read them, with the file names to report
 * @returns all findings. No findings and `unreadable: false` mean that every text was checked and has no problem
 * @throws {FormError} when a form's own files are wrong
 */
declare function check(inputs: readonly (Input | FileText)[], options: CheckAllOptions): Promise<Report>;
/** An error must be corrected; a warning asks a person to look. */
type Severity = "error" | "warning";
/** The word that reports show for each severity. */
declare const SEVERITY_LABELS: Record<Severity, string>;
/** Something found in a file. Its sentences are ready to show; reports add only layout and colour. */
interface Diagnostic {
    ruleId: DiagnosticId;
    severity: Severity;
    file: string;
    /** The field concerned; empty when the finding is about the whole file or about the YAML itself. */
    pointer: string;
    place: Place;
    message: string;
    /** What the user can do about it. */
    hint?: string;
    /** The clause of the notice that requires this, from `clauseText`. */
    clause?: string;
    /** Other places that the finding is about, e.g. the other of two documents that disagree. */
    related: RelatedPlace[];
    /** Set when the only problem is that something is not filled in yet. `--draft` leaves such findings out. */
    unfilled?: true;
    /** The change that corrects the problem. Set only when there is no doubt about what was meant. */
    fix?: Fix;
}
/**
 * What `createDiagnostic` takes. A finding of a rule must give its severity; for a built-in check the default is in
 * `BUILTIN_CHECK_SEVERITIES`.
 */
type NewDiagnostic = Pick<Diagnostic, "file" | "place" | "message"> & {
    [K in "pointer" | "hint" | "clause" | "related" | "unfilled" | "fix"]?: Diagnostic[K] | undefined;
} & ({
    ruleId: BuiltinCheckId;
    severity?: Severity;
} | {
    ruleId: RuleId;
    severity: Severity;
});
/**
 * Makes a diagnostic. Defaults: an empty pointer, no related places, and for a built-in check its usual severity. In its
 * messages telephone numbers are masked: they are personal data, also where they were typed as a figure or in a name. A
 * hint says how to write something, perhaps with a number for an example, and quotes nothing that may be personal.
 */
declare function createDiagnostic(found: NewDiagnostic): Diagnostic;
/** A correction of a text. Everything outside its edits stays as it is. */
interface Fix {
    /** What the fix does, e.g. 改成 2024-02-20. Neither the title nor the edits contain personal data. */
    title: string;
    /** In the order of the text, without overlaps. Empty when only the encoding of the file changes. */
    edits: Edit[];
}
/** Replaces the characters from `start` to `end` with `text`. Offsets count UTF-16 units; `end` is not included. */
interface Edit {
    start: number;
    end: number;
    text: string;
}
/** Another place that a diagnostic is about, and why. */
interface RelatedPlace {
    file: string;
    place: Place;
    message: string;
}
/**
 * Ids of the rules, in the order in which their pages are listed. An id is never reused for another rule, because
 * waivers and old reports name rules by id.
 */
declare const RULE_IDS: readonly ["word-limit", "headcount-adds-up", "staff-names-match", "funding-adds-up", "students-only-for-schools", "leads-are-members", "members-complete", "one-name-each", "one-or-two-names", "duplicate-member", "enterprise-scale-plausible", "benefit-within-sales", "unit-slip", "year-jump", "lead-industry-in-layout", "park-in-city", "filing-date", "founding-date", "integrity-pledge", "pledge-concrete", "evidence-path", "one-per-park", "park-within-park", "park-already-approved", "same-name", "shared-lead", "tasks-answered", "task-ids-unique", "task-outcome", "task-in-year", "data-cutoff", "figures-agree", "pledges-in-plan", "agrees-with-roster", "filed-in-time", "approved-before-filing", "same-filing"];
/** Id of a rule. */
type RuleId = (typeof RULE_IDS)[number];
/**
 * Severity by id for the built-in checks: those that read a file or compare it with its schema, and do not come from a
 * notice. A single finding may set another severity.
 */
declare const BUILTIN_CHECK_SEVERITIES: {
    readonly "schema/required": "error";
    readonly "schema/year": "error";
    readonly "schema/type": "error";
    readonly "schema/enum": "error";
    readonly "schema/range": "error";
    readonly "schema/format": "error";
    readonly "schema/unknown-key": "error";
    readonly "schema/other": "error";
    readonly "yaml/syntax": "error";
    readonly "yaml/duplicate-key": "error";
    readonly "yaml/too-complex": "error";
    readonly "yaml/lost-text": "warning";
    readonly "yaml/text-in-comment": "error";
    readonly "yaml/hint-in-text": "error";
    readonly "yaml/curly-quotes": "warning";
    readonly "yaml/unprintable": "error";
    readonly "picture/file": "error";
    readonly "picture/place": "error";
    readonly "text/markup": "warning";
    readonly "text/wordless": "warning";
    readonly "text/invisible": "error";
    readonly "text/line-break": "warning";
    readonly "text/tab": "warning";
    readonly "text/private-use": "warning";
    readonly "waiver/invalid": "error";
    readonly "waiver/expired": "warning";
    readonly "waiver/unused": "warning";
    readonly "form/missing": "error";
    readonly "form/unknown": "error";
    readonly "word/doubt": "warning";
    readonly "word/unrecognised": "warning";
    readonly "word/not-printed": "warning";
    readonly "file/unreadable": "error";
    readonly "file/encoding": "error";
    readonly "file/not-checked": "error";
};
/** Id of a built-in check. */
type BuiltinCheckId = keyof typeof BUILTIN_CHECK_SEVERITIES;
/** Ids of the built-in checks, in the order in which they are listed. */
declare const BUILTIN_CHECK_IDS: BuiltinCheckId[];
/** Id of a check that compares a document with the schema of its form. */
type SchemaCheckId = Extract<BuiltinCheckId, `schema/${string}`>;
/** What a diagnostic comes from: a rule or a built-in check. */
type DiagnosticId = RuleId | BuiltinCheckId;
/** Whether an id belongs to a check that compares a document with the schema of its form. */
declare function isSchemaCheck(id: DiagnosticId): id is SchemaCheckId;
/** A position in a text. Lines and columns are counted from 1, offsets from 0. Columns and offsets count UTF-16 units. */
interface Position {
    line: number;
    column: number;
    offset: number;
}
/** A range in a text, from `start` to `end`. `end` is not included. */
interface TextRange {
    kind: "text";
    start: Position;
    end: Position;
}
/** A cell of a table in a document that has no lines, such as a Word file. */
interface DocumentCell {
    kind: "cell";
    /** The part of the file that contains the table, such as `word/footnotes.xml`; undefined for the body. */
    part?: string;
    /**
     * Number of the table in its part, of the row in the table, and of the cell in the row. All count from 1. Table 0 stands
     * for the text outside tables; its rows are paragraphs.
     */
    table: number;
    row: number;
    column: number;
    /** The label printed beside the cell, such as 人员总数. */
    label: string;
    /** The text concerned: offsets from the beginning of the part, in UTF-16 units. */
    offsets?: {
        start: number;
        end: number;
    };
}
/** A place in a file. */
type Place = TextRange | DocumentCell;
/** Makes a range in a text. @param end the position after the last character */
declare function textRange(start: Position, end: Position): TextRange;
/** The beginning of a text. Findings about the whole file are reported here. */
declare const BEGINNING: TextRange;
/** Whether a place is in a text. Only such places have lines. */
declare function isTextRange(place: Place): place is TextRange;
/** Compares two places of one file in reading order. @returns a negative number when `a` comes first */
declare function comparePlaces(a: Place, b: Place): number;
/** Formats a cell for people, e.g. `表2 第5行第3格「人员总数」`; a paragraph as `第6段「联合体名称」`. */
declare function formatCell({ part, table, row, column, label }: Omit<DocumentCell, "kind">): string;
/** Formats a place with its file, e.g. `推荐书.yaml:5:3` or `推荐书.docx 表2 第5行第3格「人员总数」`. */
declare function formatPlace(file: string, place: Place): string;
/** A line (from 1) or a cell, for reports that need no columns. */
type LineOrCell = {
    line: number;
    cell?: never;
} | {
    line?: never;
    cell: Omit<DocumentCell, "kind">;
};
/** Gives the line in which a place begins, or the cell that it is. */
declare function lineOrCell(place: Place): LineOrCell;
/**
 * Formats a file with a line or a cell, e.g. `推荐书.yaml:5` or `推荐书.docx 表2 第5行第3格「人员总数」`.
 * @returns the file alone when neither is given
 */
declare function formatLineOrCell({ file, line, cell }: {
    file: string;
} & Partial<LineOrCell>): string;
/** The text of a file. */
interface FileText {
    /** Path for display, with `/`. */
    file: string;
    text: string;
    /** Set when the file begins with a byte order mark. `text` does not contain the mark. */
    bom?: true;
    /** Set when the text was made from a file without lines, such as a Word file. */
    cells?: SourceCells;
}
/** Where the lines of a text come from that was made from the cells of a document. */
interface SourceCells {
    /** Gives the cell that a line comes from. @param line from 1 */
    at(line: number): DocumentCell;
    /** Whether the document has a place for a field. */
    isPrinted(pointer: Pointer): boolean;
    /** Gives the bytes of a picture that the document holds, by the name that the text gives it. */
    picture(name: string): Uint8Array | undefined;
}
/** The bytes of a Word file. */
interface WordBytes {
    /** Path for display, with `/`. */
    file: string;
    bytes: Uint8Array;
}
/**
 * The result of reading a file: the text and the problems found in it, the bytes of a Word file, or the one problem that
 * prevented reading.
 */
type ReadInput = {
    text: FileText;
    problems: Diagnostic[];
    word?: never;
    problem?: never;
} | {
    word: WordBytes;
    text?: never;
    problems?: never;
    problem?: never;
} | {
    problem: Diagnostic;
    word?: never;
    text?: never;
    problems?: never;
};
/**
 * Something to check. It is read when it is checked, and again when a report shows a line of it. Texts are not kept in
 * memory, because there may be many files.
 */
interface Input {
    /** Path for display, with `/`. */
    file: string;
    read(): ReadInput;
}
/** Makes an input from a text that has already been read. @param problems problems found while it was read */
declare function textInput(text: FileText, problems?: Diagnostic[]): Input;
/** The text of a file of waivers (`ptc-waivers.yaml`). */
interface WaiversText extends FileText {
    /** Gives the name by which the waivers refer to a file: the path relative to the file of waivers. */
    nameOf(file: string): string;
}
/** JSON Pointer into a document. Chinese keys are not percent-encoded, e.g. `/联合体概况/秘书处`. */
type Pointer = string;
/** The keywords of JSON Schema 2020-12 that ptc reads, and its own keywords, which `schemas/vocabulary.json` explains. */
interface JsonSchema {
    $id?: string;
    $ref?: string;
    $defs?: Record<string, JsonSchema>;
    title?: string;
    description?: string;
    type?: string | string[];
    enum?: unknown[];
    const?: unknown;
    examples?: unknown[];
    deprecated?: boolean;
    format?: string;
    pattern?: string;
    minimum?: number;
    maximum?: number;
    multipleOf?: number;
    required?: string[];
    anyOf?: JsonSchema[];
    properties?: Record<string, JsonSchema>;
    additionalProperties?: boolean;
    patternProperties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    wordLimit?: number;
    unit?: string;
    entity?: Entity;
    shorthand?: string;
    aliases?: Record<string, string>;
    tally?: Tally;
    unprinted?: true;
    join?: string;
    print?: "date";
    lead?: string;
    answers?: {
        true?: string[];
        false?: string[];
    };
    marks?: string[];
    plausible?: [number, number];
}
/** The kind of name in a field. It decides how names are compared, and whether they are personal data. */
type Entity = "consortium" | "organisation" | "park" | "person" | "phone";
/** A number that is printed but not filled in: the count of a list, followed by another number in brackets. */
interface Tally {
    /** Name under which it is printed. */
    as: string;
    /** Key of the list whose entries are counted. */
    count: string;
    /** Key of the number in brackets. */
    with?: string;
}
/** One problem found by a schema check, with the names that ajv uses. */
interface SchemaError {
    keyword: string;
    instancePath: string;
    params: Record<string, unknown>;
}
/** Compares data with a schema. Returns every problem; an empty list means that the data fits. */
type SchemaCheck = (data: unknown) => SchemaError[];
/** The result of checking some files. */
interface Report {
    /** Every file that was given, in the order given. */
    files: string[];
    /** Gives the text of a file, to show its lines; undefined when the file no longer exists. */
    texts: {
        get(file: string): string | undefined;
    };
    /** Documents that name a form and were checked. */
    documents: FormDocument[];
    /** Sorted by file in the order given, then by place. */
    diagnostics: Diagnostic[];
    /** Whether a file could not be read (the diagnostics say which), or there was nothing to check. */
    unreadable: boolean;
    /** Number of findings that are waived. `diagnostics` does not contain them. */
    waived?: number;
    /** Name of the file of waivers that was applied, if there is one. */
    waivers?: string;
    /** With `--draft` only: number of fields that are still empty, by file. */
    remaining?: Map<string, number>;
}
/** Counts the findings of each severity. */
declare function countBySeverity(diagnostics: Diagnostic[]): {
    errors: number;
    warnings: number;
};
/**
 * Limits a report to some files: it keeps these files, findings in them, and findings that name them as a related place.
 * It also keeps what concerns every file: other files that could not be read, and so were compared with nothing, and
 * what is wrong with the waivers.
 * @param isConcerned whether a file is one of these
 */
declare function filterReport(report: Report, isConcerned: (file: string) => boolean): Report;
/** Plain data, as read from YAML. */
type Data = null | boolean | number | string | Data[] | {
    [key: string]: Data;
};
/** Which part of a field a message points at. */
type FieldPart = "key" | "value";
/** Finds the place of a field in its file: a range in a text, or a table cell in a Word file. */
interface Locator<P extends Place = Place> {
    file: string;
    /** Gives the place of the field at `pointer`, or of its nearest parent when the file does not have the field. */
    locate(pointer: Pointer, part?: FieldPart): P;
    /**
     * Gives the place of a part of a field's text.
     * @param text the field's text, as printed or as typed
     * @param from offset in `text`, in UTF-16 units
     * @param to offset where the part ends, not included; by default the end of the text
     */
    locateText(pointer: Pointer, text: string, from: number, to?: number): P;
    /** Gives the bytes of a picture that the file itself holds, by the name that its narratives give it. */
    embedded?(name: string): Uint8Array | undefined;
}
/** A YAML text after reading: its data, and the places of its fields. */
interface Source extends Locator<TextRange> {
    text: string;
    data: Data;
    /** Gives the characters of a value on one line, as typed: 007, where `data` has the number 7. */
    typedAt(pointer: Pointer): string;
}
/** A filled-in document whose form is known. Rules, the checklist and the templates work on this. */
interface FormDocument {
    source: Locator;
    form: Form;
    /** Name of its kind, e.g. 推荐书. */
    kindName: string;
    kind: DocumentKind;
    /** The data. Short ways of writing are expanded, and fields that are not filled in are left out. */
    data: {
        [key: string]: Data;
    };
}
/** Gives the value of `表单:` in this document, e.g. `hunan-2024/推荐书`. */
declare function formPath({ form, kindName }: FormDocument): string;
/** A form: everything that one notice prescribes, loaded from `schemas/<id>/`. */
interface Form {
    /** Name of the folder, and the first half of `表单:`, e.g. `hunan-2024`. */
    id: string;
    title: string;
    /** Number of the notice, e.g. 湘教通〔2024〕23号. */
    notice: string;
    /** The authority that issued the notice, answers questions and decides. */
    authority: string;
    /** The form's words for the things that messages and reports mention. */
    terms: Terms;
    /** Fonts, sizes and margins of its Word and Excel files. Without it, their templates cannot be built. */
    typography?: Typography;
    /** The form's own titles and texts for rules, checks and alerts, by id. */
    descriptions?: Record<string, OwnDescription>;
    /** Keys that mean a year and are not a four-digit number, e.g. 上年 and 本年. */
    years?: string[];
    /** Kinds of documents by name, e.g. 推荐书. */
    documents: Record<string, DocumentKind>;
    /** Lists that rules compare documents with. */
    registers: Registers;
    /** What must be filed after approval. Left out when the notice asks for nothing. */
    tracking?: Tracking;
    /** The clause that requires a consortium in every city. */
    coverage?: {
        clause: Clause;
    };
}
/** A form that says what must be filed after approval. */
type TrackedForm = Form & {
    tracking: Tracking;
};
/** One kind of document of a form, e.g. the 推荐书 (附件3). */
interface DocumentKind {
    /** Where the notice prints it, e.g. 湘教通〔2024〕23号 附件3. */
    source: string;
    /** Number of the notice that asks for this kind of document. Set only when it is not the form's own notice. */
    notice?: string;
    schema: JsonSchema;
    /** The schema's fields as a tree. */
    root: Field;
    /** The field that holds the name of a document. */
    name: Pointer;
    /** File name that `ptc init` writes. */
    file: string;
    /** The field that maps observation points to their supporting material (支撑材料), if the form has one. */
    evidence?: Pointer;
    layout?: Layout | undefined;
    indicators?: Indicators | undefined;
    summary?: SummarySetting;
    consortium?: ConsortiumFields;
    /** Settings of the rules that apply to it, by rule id. */
    rules: Record<string, RuleSetting>;
    /** Compares the plain data of a document with `schema`. An empty result means that the data fits. */
    check: SchemaCheck;
    /** Checks of the criteria that have a schema, by `criterionKey`. */
    criterionChecks: Record<string, SchemaCheck>;
}
/** The fields that say which consortium a document belongs to, and where that consortium is. */
interface ConsortiumFields {
    city: Pointer;
    parks: Pointer;
    leads: Pointer[];
    /** Codes of the industries it serves. */
    industries?: Pointer;
}
/** How a form uses a rule: the clause it enforces, and the values of its settings. */
interface RuleSetting {
    clause: Clause;
    with?: Record<string, unknown>;
}
/** The city's summary table (附件4). */
interface SummarySetting {
    /** File name of the workbook in `templates/<form id>/`. */
    file: string;
    source: string;
    title: string;
    /** The workbook has one sheet for each value of this field. */
    group: Pointer;
    unit: string;
    seal: string;
    contact: string;
    /** `width` is in characters. A column without `field` holds the row number. */
    columns: {
        title: string;
        width: number;
        field?: Pointer;
    }[];
}
/** A form as plain data, without checks and field trees. A folder is parsed into this, and the build writes it to disk. */
interface FormData extends Omit<Form, "documents"> {
    documents: Record<string, Omit<DocumentKind, "check" | "criterionChecks" | "root">>;
}
/** A sentence quoted from a notice. */
interface Clause {
    /** Number of the notice (文号). Set only when it is not the notice that asks for the document. */
    notice?: string;
    /** Place in the notice, e.g. 附件3 说明二. */
    at: string;
    /** The exact wording at that place. */
    quote: string;
}
/**
 * Gives the place in the notice where a list is printed, e.g. 附件1.
 * @param source the notice's number, a space, then the place, e.g. 湘教通〔2024〕23号 附件1
 * @returns the last part of `source`; all of `source` when it has no space
 */
declare function annexOf({ source }: {
    source: string;
}): string;
/**
 * Formats a clause for diagnostics and pages: the number of the notice, the place, and the quoted wording.
 * @param form gives the number of the notice when neither the clause nor the kind names one
 * @param kind the kind of document that the clause is about
 */
declare function clauseText(form: {
    notice: string;
}, kind: {
    notice?: string;
}, clause: Clause): string;
/** Explains a rule, a check or an alert to users. */
interface Description {
    id: string;
    /** What it looks at, in a few words. */
    title: string;
    /** How it decides, in sentences. */
    about: string;
}
/** The form's own title or text for a rule, a check or an alert, from `descriptions.yaml`. */
type OwnDescription = Partial<Pick<Description, "title" | "about">>;
/**
 * Replaces the general title and text of a description with those of a form, where the form has its own.
 * @param form undefined to keep the general description
 */
declare function describedBy<Described extends Description>(form: {
    descriptions?: Record<string, OwnDescription>;
} | undefined, described: Described): Described;
/** A field of a form, built from its JSON Schema. */
interface Field {
    pointer: Pointer;
    key: string;
    /** Printed label. */
    title: string;
    /** Name that identifies the field without context, e.g. 企业兼职教师·2022年·人次. */
    name: string;
    hint?: string | undefined;
    /** The field's schema with `$ref` resolved. */
    schema: JsonSchema;
    /** Its own unit, or else the unit of the parent. */
    unit?: string | undefined;
    /** Most words (字数) of the text, counted as Microsoft Word does. */
    wordLimit?: number | undefined;
    entity?: Entity | undefined;
    tally?: Tally | undefined;
    /** Usual range [lowest, highest] of the number: its own, or else that of the parent. */
    plausible?: [number, number] | undefined;
    required: boolean;
    parent?: Field | undefined;
    /** Fields below this one. For a list of entries: the fields of any entry, with `*` in place of the entry's number. */
    children: Field[];
    /** Parts of the schema that say how a value may be written. Undefined when there is only one way. */
    spellings?: {
        [K in "shorthand" | "aliases" | "items" | "type" | "enum"]?: JsonSchema[K] | undefined;
    } | undefined;
    /** Whether a value of one line is a text here, even one that YAML reads as a number: the name 007, the point 3.10. */
    isText: boolean;
    /** The schema of the whole document. It resolves the `$ref`s of entries, which are built at their first use. */
    rootSchema: JsonSchema;
    /** Keys that mean a year and are not a four-digit number, e.g. 上年. The same for all fields of a document. */
    yearNames: readonly string[];
}
/** Whether a field's key means a year, as in `{2022: 3}`, or as in `{上年: 3}` when the form lists 上年 in `years`. */
declare function isYear({ key, yearNames }: Pick<Field, "key" | "yearNames">): boolean;
/** Whether a key means a year. @param yearNames keys that mean a year and are not a four-digit number */
declare function namesYear(key: string, yearNames: readonly string[]): boolean;
/** Joins the keys of years for a sentence, e.g. 2022、2023 年, or 上年、本年. */
declare function yearsInWords(keys: string[]): string;
/**
 * Builds the tree of fields from the schema of a document, in the order of the schema.
 * @param yearNames keys that mean a year and are not a four-digit number, e.g. 上年
 * @returns the root, which stands for the whole document; its pointer is empty
 * @throws {Error} when a `$ref` names a definition that the schema does not have
 */
declare function fieldTree(schema: JsonSchema, yearNames?: readonly string[]): Field;
/** Whether a field is a list whose entries have fields of their own. */
declare function isList({ schema, children }: Field): boolean;
/** Gives one field for each entry that a document has in a list. @param data the data of the whole document */
declare function entriesOf(list: Field, data: unknown): Field[];
/**
 * Gives the fields that hold a value and not further fields: the field itself, or those below it.
 * @param data the data of the whole document. With it, the fields in lists are given for each entry that the document
 * has; without it, they are given once, with `*` in their pointers.
 */
declare function leafFields(field: Field, data?: unknown): readonly Field[];
/**
 * Gives the narratives: fields with a word limit. Such a text has several paragraphs and may use a little Markdown.
 * @param data as for `leafFields`
 */
declare function narrativeFields(field: Field, data?: unknown): Field[];
/** Finds the field at a pointer. Items of lists and entries of maps are fields, too. Undefined when the form has none. */
declare function fieldAt(root: Field, pointer: Pointer): Field | undefined;
/** Finds the field one step below. @param step a key, the number of an entry from 0, or `*` for any entry */
declare function childField(field: Field, step: string): Field | undefined;
/** Gives a field's pointer as layouts write it: with `*` in place of the number of an entry. */
declare function layoutPointer({ pointer, key, parent }: Field): Pointer;
/** The observation points (附件2), in groups, and the criteria for each point. */
interface Indicators {
    title: string;
    source: string;
    groups: {
        name: string;
        points: IndicatorPoint[];
    }[];
}
/** One observation point. */
interface IndicatorPoint {
    id: string;
    text: string;
    note?: string;
    criteria: CriterionSetting[];
}
/** One criterion of a point. Exactly one of `field`, `evidence` and `human` is set. */
interface CriterionSetting {
    /** The field that the criterion looks at. */
    field?: Pointer;
    /** What the criterion looks at, in words; by default the name of the field. */
    what?: string;
    /** The schema that the value of the field must fit. */
    schema?: JsonSchema;
    /** Id of a rule. The criterion is not met when this rule has a finding in the field. */
    rule?: string;
    /** The supporting material (支撑材料) that the point needs, in words. */
    evidence?: string;
    /** What only a person can judge, in words. */
    human?: string;
}
/**
 * Makes the key of a criterion's check in `DocumentKind.criterionChecks`.
 * @param point id of the observation point
 * @param index position of the criterion in its point, from 0
 */
declare function criterionKey(point: string, index: number): string;
/** Where the printed document has its fields. `$defs/layout` in `schemas/form.schema.json` is the schema of the file. */
interface Layout {
    blocks: LayoutBlock[];
}
/** A part of the document. Of these properties, those that are set are printed, in the order given here. */
interface LayoutBlock {
    /** Mark above the title, e.g. 附件3. */
    mark?: string;
    /** The title. `true` stands for the title of the kind of document, because several kinds can share a layout. */
    title?: string | true;
    cover?: LayoutLine[];
    page?: {
        title: string;
        items: string[];
    };
    heading?: string;
    /** The heading starts a new page. */
    newPage?: true;
    /** Widths of the columns of the table in `rows`, in millimetres. */
    columns?: number[];
    rows?: LayoutCell[][];
    /** How many rows at the beginning are repeated at the top of each further page of the table. */
    repeat?: number;
    /** Lines inside a box. */
    frame?: LayoutLine[];
}
/** One printed line. */
interface LayoutLine {
    /** Fixed text. */
    text?: string;
    /** The field whose label is printed. */
    label?: Pointer;
    /** Fields whose values are printed, each in a paragraph of its own. */
    value?: Pointer | Pointer[];
    /** In a table: the field whose children are printed, one cell for each child. */
    each?: Pointer;
    /** Print the unit of the field after the value. */
    unit?: true;
    /** Text that states the word limit of the field. `{n}` stands for the number. */
    limit?: string;
    footnote?: string;
    /** Text printed in the place for the seal. */
    seal?: string;
    /** Indent the first line by two characters. */
    indent?: true;
    /** Number of empty lines before this line. */
    space?: number;
    align?: "left" | "center" | "right";
    /** Distance from the right edge, in characters. */
    inset?: number;
}
/** One cell of a table: a single line, or several in `lines`. */
interface LayoutCell extends LayoutLine {
    lines?: LayoutLine[];
    /** How many columns and rows the cell spans. */
    cols?: number;
    rows?: number;
    /** The text runs from top to bottom. */
    vertical?: true;
}
/** Gives every line and cell of a layout, in printed order. A cell with `lines` is replaced by these lines. */
declare function layoutLines({ blocks }: Layout): LayoutLine[];
/** Lists that rules compare documents with. */
interface Registers {
    industries?: Industries;
    parks?: Parks;
    roster?: Roster;
}
/** The industries that the province places in each city (附件1). */
interface Industries {
    title: string;
    source: string;
    /** Meaning by mark. The mark of the core industries comes first. */
    marks: Record<string, string>;
    cities: {
        printed: string;
        name: string;
        group: string;
        total: number;
    }[];
    /** `cities` gives the mark by the printed short name of a city. A city is left out when its cell is blank. */
    industries: {
        code: string;
        name: string;
        class: string;
        cities: Record<string, string>;
        total: number;
    }[];
}
/** How names of parks are written, so that two names of one park are recognized. */
interface Parks {
    /** Endings that a name of a park can have, e.g. 园, 区. */
    endings: string[];
    /** Each row: words that mean the same, wherever they occur in a name. */
    synonyms?: string[][];
    /** Each row: the short form, followed by the longer words that mean the same. */
    spellings: string[][];
    /** Words that are removed before names are compared, e.g. 国家级. */
    drop: string[];
    /** Other names of a park, by its printed name. */
    aliases: Record<string, string[]>;
}
/** The published list of approved consortia. */
interface Roster {
    title: string;
    source: string;
    date: string;
    consortia: {
        no: number;
        name: string;
        /** The city, inferred from the park, because the list has no city. */
        inferredCity: string;
        parks: string[];
        schools: string[];
        enterprises: string[];
    }[];
}
/** The form's words for the things that messages and reports mention: `terms` in its `form.yaml`. */
interface Terms {
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
declare const GENERAL_TERMS: Terms;
/** What approved consortia must file each year, and the fields that hold the answers: `tracking.yaml` of a form. */
interface Tracking {
    /** The day on which the notice was issued, YYYY-MM-DD. Nothing that was due before this day has to be filed. */
    issued: string;
    clause: Clause;
    /** The kind of document that consortia applied with. */
    application: string;
    /** The field of the application that says when it was filled in. The latest application counts. */
    applied: Pointer;
    /** The field that holds the year of a filed document. */
    year: Pointer;
    /** The three documents of a year, in this order. */
    filings: Record<FilingRole, TrackedFiling>;
    /** Fields of a filed document: who approved it and when, when it was filed, and the names of the Word and PDF files. */
    filing: Record<"approvedBy" | "approved" | "filed" | "word" | "pdf", Pointer>;
    /**
     * Fields of a document that was filed again: `replaces` is the filing date of the document that it replaces, `reason`
     * says why, `on` when it was changed. Documents are named by their date, because names of files change.
     */
    amendment: Record<"replaces" | "reason" | "on", Pointer>;
    /**
     * The tasks of a plan. `entry` and `target` give the keys of an entry by meaning. `directions` translates the words of
     * the form. `lowerIsBetter` lists words in names of figures that are better when they are lower.
     */
    tasks: {
        list: Pointer;
        entry: Record<"id" | "content" | "points" | "until" | "target", string>;
        target: Record<"name" | "value" | "unit" | "direction", string>;
        directions: Record<string, Direction>;
        lowerIsBetter: string[];
    };
    /**
     * What a summary says about the tasks. `states` translates the words of the form. `settled` is the list of the next
     * plan with the same keys: what became of the tasks that were still open in the summary.
     */
    outcomes: {
        list: Pointer;
        settled: Pointer;
        entry: Record<"id" | "state" | "actual" | "unit", string>;
        states: Record<string, TaskState>;
    };
    /**
     * The records of what happened to consortia: the kind of document, its list, the keys of an entry by meaning, and what
     * the words of the form mean. `clauses` are about changes that may cost a consortium its place.
     */
    changes: {
        kind: string;
        list: Pointer;
        entry: Record<"kind" | "on" | "paper" | "name" | "into" | "note", string>;
        kinds: Record<string, ChangeKind>;
        clauses: Clause[];
    };
    /** Amounts that are pledged by year in the application, planned in the plan, and spent according to the summary. */
    pledges: {
        title: string;
        unit: string;
        pledged: Pointer;
        planned: Pointer;
        actual: Pointer;
    }[];
    /**
     * The figures of a summary. They have the same pointers as in the application. `previous` and `current` are the keys of
     * the year before and of the summary's own year.
     */
    figures: {
        fields: Pointer;
        previous: string;
        current: string;
        asOf: Pointer;
        provisional: Pointer;
    };
    /** The examples (典型案例) in a summary. `title` is the key of their title. */
    examples: {
        list: Pointer;
        title: string;
    };
    /** The clause because of which years that cannot be judged give an alert. */
    monitoring: {
        clause: Clause;
    };
    /** A consortium is removed from the list after this many years in a row in which it did not fulfil its plan. */
    removal: {
        years: number;
        clause: Clause;
    };
}
/** One of the documents that must be filed each year. */
interface TrackedFiling {
    kind: string;
    /** The word before 计划 or 总结 that distinguishes it from the others of the year, e.g. 半年. */
    label: string;
    /** Last day for filing, MM-DD, in the year that the document is about. */
    due: string;
}
/** The plan of a year (`plan`), its half-year summary (`interim`) and its year-end summary (`final`). */
type FilingRole = "plan" | "interim" | "final";
/** The roles in the order in which they are due. */
declare const ROLES: FilingRole[];
/** Gives the role of a kind of document. @returns undefined when it is not filed each year, e.g. for the application */
declare function roleOf(kind: string, { filings }: Tracking): FilingRole | undefined;
/**
 * What happened to a consortium. After `merged`, `dissolved`, `revoked` and `removed` it owes nothing. `leads`: its lead
 * members changed. `major` and `violation`: what else the notice says may cost its place.
 */
type ChangeKind = "renamed" | "merged" | "dissolved" | "revoked" | "removed" | "leads" | "major" | "violation";
/** How a figure reaches its target: it is not lower, not higher, or equal. */
type Direction = "at-least" | "at-most" | "exactly";
/** State of a task: done, still open, failed, or changed by the consortium. */
type TaskState = "done" | "open" | "failed" | "changed";
/**
 * Finds a pointer in the tracking that names no field. Such a pointer is a mistake in the form, because nothing would ever
 * be found there.
 * @param rootOf gives the root field of a kind of document
 * @returns the first such pointer, as `年度工作计划#/任务`; undefined when all are correct
 */
declare function findInvalidPointer(tracking: Tracking, rootOf: (kind: string) => Field | undefined): string | undefined;
/**
 * Fonts and page of the printed documents: `typography.yaml` of a form. Font sizes and spacing are in points (磅); the
 * page, margins and columns are in millimetres.
 */
interface Typography {
    page: {
        width: number;
        height: number;
        /** Printed on both sides. Margins are then mirrored, and page numbers are on the outer side. */
        duplex?: boolean;
    };
    /** Distances from the edges of the page. The gutter is added on the side where pages are bound. */
    margins: Record<"top" | "bottom" | "left" | "right" | "gutter" | "header" | "footer", number>;
    /** Widths of the columns of the cover: label, value, seal. */
    cover: number[];
    /** A style takes the values that it does not set from `body`. */
    styles: {
        body: Style & Required<Pick<Style, "font" | "size" | "line">>;
    } & Record<Exclude<StyleName, "body">, Style>;
}
/**
 * Names of the styles. `mark` is above the title (附件3). `pageTitle` and `pageItem` are on a page of fixed text. `note` is
 * for footnotes and page numbers.
 */
type StyleName = "body" | "title" | "mark" | "cover" | "pageTitle" | "pageItem" | "heading" | "note";
/** Font and spacing of one kind of text, in points. */
interface Style {
    font?: string;
    size?: number;
    /** Exact line spacing (固定值). */
    line?: number;
    /** Space before and after a paragraph. */
    before?: number;
    after?: number;
}
/** Gives the name of the font of a style. */
declare function fontOf({ styles }: Typography, name: StyleName): string;
/** Gives the width between the margins, in millimetres. The columns of a table in a layout must add up to it. */
declare function textWidth({ page, margins }: Typography): number;
/** How documents are checked. */
interface CheckOptions {
    /** The forms that documents may name. */
    forms: FormCatalog;
    /** The day that counts as today when dates are checked, YYYY-MM-DD. */
    today: string;
    /** Accept fields that are not filled in yet, and count them. */
    draft?: boolean | undefined;
    /** Loads the function that finds the pictures of narratives. Without it pictures are not checked. */
    loadPictures?: (() => Promise<FindPicture>) | undefined;
}
/** Result of checking one text by itself. */
interface CheckedText {
    file: string;
    diagnostics: Diagnostic[];
    /** Set when the text names a known form: the form, the fields to compare with other documents, and maybe the data. */
    document?: Pick<FormDocument, "form" | "kindName"> & {
        compared: ComparedFields;
        data?: FormDocument["data"];
    };
    /** How many fields are still empty; only for drafts. */
    open?: number;
}
/**
 * Makes the function that checks texts one after another. It remembers forms and pictures, but nothing of the texts.
 * @param keepData whether results include the data of the document
 * @returns a function that rejects with a `FormError` when a form's own files are wrong
 */
declare function textChecker(options: CheckOptions, keepData: boolean): (text: FileText) => Promise<CheckedText>;
type Mapping = FormDocument["data"];
/** The fields of a document that other documents are compared with, as plain data. */
interface ComparedFields {
    /** Names and figures of the top level. */
    fields: Mapping;
    /** Sections and lists by their top-level key. They are JSON texts, which take a tenth of the memory of objects. */
    sections: {
        [key: string]: string;
    };
}
/**
 * Extracts the fields of documents that are compared, so that thousands of documents can be compared in little memory:
 * the name, and the fields that the settings of comparing rules name. Narratives are not compared and not kept.
 */
declare class ComparisonIndex {
    #private;
    /** @param rules all rules; those that do not compare are ignored */
    constructor(rules: readonly Rule[]);
    /** Returns the fields of a document to keep for comparing. */
    extract(document: FormDocument): ComparedFields;
    /** Returns the document again; its data are only the extracted fields. */
    restore(document: Omit<FormDocument, "data">, { fields, sections }: ComparedFields): FormDocument;
}
/** The kinds of settings that a rule can require of a form, and the type of the value for each. */
interface SettingTypes {
    field: Pointer;
    fields: Pointer[];
    number: number;
    text: string;
    texts: string[];
    /** Fields of another kind of document, e.g. `推荐书#/联合体概况/运行经费`. */
    elsewhere: string;
}
/** The settings that a rule requires: the kind of each, by name. */
type SettingKinds = Record<string, keyof SettingTypes>;
/** The values of these settings. */
type Settings<K extends SettingKinds> = {
    [name in keyof K]: SettingTypes[K[name]];
};
/** What a rule gets to check. */
interface RuleInput<K extends SettingKinds> {
    /** Documents of one kind: all of a run for a rule with `compares`, otherwise exactly one. */
    documents: FormDocument[];
    /** For a rule with `compares`: the documents of every kind of the form. */
    all: FormDocument[];
    form: Form;
    /** The form's settings for this rule. */
    with: Settings<K>;
    /** The day that counts as today when the rule judges dates, YYYY-MM-DD. */
    today: string;
}
/** A problem that a rule found. `check/` turns it into a diagnostic. */
interface Finding {
    document: FormDocument;
    pointer: Pointer;
    part?: FieldPart;
    /** For a text that is too long: the printed text, and the offset (UTF-16 units) where the marked range starts. */
    excess?: {
        printed: string;
        from: number;
    };
    message: string;
    hint?: string;
    related?: {
        document: FormDocument;
        pointer: Pointer;
        message: string;
    }[];
    /** Set when the only problem is that something is not filled in yet. */
    unfilled?: true;
}
/** A rule. Rules for a single document and rules that compare documents have the same type. */
interface Rule<K extends SettingKinds = SettingKinds, I extends RuleId = RuleId> {
    /** Also the name of its file, its folder of fixtures and its page. Never reused for another rule. */
    id: I;
    severity: Severity;
    title: string;
    /** What the rule checks and how it decides, for `ptc explain`. */
    about: string;
    /** The settings that the rule requires of the form. */
    with: K;
    /** Set when the rule compares documents. Their data then has only the name and the fields that `with` names. */
    compares?: true;
    /** Lists that the form must have for this rule; `tracking` means that the form must say when the document is due. */
    uses?: (keyof Registers | "tracking")[];
    check(input: RuleInput<K>): Iterable<Finding>;
}
/** Declares a rule. TypeScript infers the types of its settings from `with`, and keeps the id as a literal type. */
declare function defineRule<const K extends SettingKinds, I extends RuleId>(rule: Rule<K, I>): Rule<SettingKinds, I>;
/** The forms that a run can use, with their Office templates. Callers do not need to know where the forms are stored. */
interface FormCatalog {
    /** Ids of all forms. The latest form comes first. */
    ids(): readonly string[];
    /**
     * Opens a form. A form is loaded at its first use, because most runs need only one.
     * @returns undefined when there is no form with this id
     * @throws {FormError} when the form's own files are wrong
     */
    open(id: string): Promise<Form | undefined>;
    /**
     * Gives the bytes of an Office template of a form.
     * @param name file name, e.g. 推荐书.docx
     * @returns undefined when the form has no template with this name
     */
    template(id: string, name: string): Uint8Array | undefined;
}
/** Opens every form of a catalog. The latest form comes first. @throws {FormError} when a form's own files are wrong */
declare function openAll(catalog: FormCatalog): Promise<Form[]>;
/** A picture that can be printed. */
interface Picture {
    bytes: Uint8Array;
    type: "png" | "jpeg";
    /** Width and height in pixels. */
    width: number;
    height: number;
}
/** Why a picture cannot be printed, or should be checked by a person first. */
interface PictureTrouble {
    message: string;
    /** What the user can do about it. */
    hint: string;
    /** Names of files that the user may have meant. */
    others?: string[];
}
/**
 * Finds the picture that a document names.
 * @param document file of the document
 * @param name file of the picture, as written in the document
 * @param embedded bytes of the picture, when the document is a Word file that holds it; no file is looked for then
 */
type FindPicture = (document: string, name: string, embedded?: Uint8Array) => {
    picture?: Picture;
    trouble?: PictureTrouble;
};
/**
 * Explains a rule, a check, an alert or a field.
 * @param name id of the rule, check or alert, or name of the field
 * @returns a text, or the id of a rule that has a page of its own; undefined when nothing has this name
 * @throws {FormError} when a form's own files are wrong
 */
declare function explain(name: string, forms: FormCatalog): Promise<Explanation | undefined>;
/**
 * Finds names that are similar to one that `explain` does not know: those that contain it, or else the most similar.
 * @returns at most three, the shortest or most similar first
 * @throws {FormError} when a form's own files are wrong
 */
declare function explainSuggestions(name: string, forms: FormCatalog): Promise<string[]>;
/** The answer of `ptc explain`. */
type Explanation = 
/** The name is a rule. Its page has the explanation. */
{
    kind: "rule";
    id: string;
} | {
    kind: "text";
    text: string;
};
/**
 * Explains an id or the name of a field.
 * @param name id of a rule, check or alert; or key, label or pointer of a field
 * @param notes descriptions of the ids that have no page of their own
 * @returns undefined when nothing has this name
 */
declare function explainName(name: string, forms: Form[], rules: readonly Rule[], notes: readonly Description[]): Explanation | undefined;
/** Gives every name that `explainName` knows: ids and keys of fields. They are used to suggest similar names. */
declare function explainable(forms: Form[], rules: readonly Rule[], notes: readonly Description[]): string[];
/** Result of fixing a text. */
interface FixResult {
    /** The fixed text, without a byte order mark. */
    text: string;
    /** Content to write to the file: the fixed text, with a byte order mark if the file had one. */
    content: string;
    /** How many places were fixed. */
    fixes: number;
    /** Whether the file must be written, because a place was fixed or its encoding changes. */
    changed: boolean;
    /** A message for the owner of the file. */
    note?: string;
    /** Set when the file has damaged characters. It must not be written, because that would make the damage permanent. */
    damaged?: true;
}
/** How a text is fixed. */
interface FixOptions extends Pick<CheckOptions, "forms" | "today" | "draft"> {
    /** Findings from reading the file. A damaged file is not fixed. */
    problems?: Diagnostic[];
}
/**
 * Fixes typing mistakes in a text where there is no doubt about the meaning. All other text stays unchanged.
 * @param options `problems` are the findings from reading the file
 * @throws {FormError} when a form's own files are wrong
 */
declare function fix({ file, text, bom }: FileText, { problems, ...options }: FixOptions): Promise<FixResult>;
/** How the page of the province is made. */
interface ProvinceOptions extends Omit<TrackOptions, "year"> {
    forms: FormCatalog;
    /** Returns the address of a line of a file; undefined when it has none. */
    hrefOf: (file: string, line: number) => string | undefined;
    /** Also show the consortia of the published list that no document names; true when not given. */
    published?: boolean | undefined;
    /** Show names and telephone numbers of persons; false when not given. */
    personal?: boolean | undefined;
}
/**
 * Makes the province's page about all consortia: coverage, figures, checklist, filings and findings.
 * @param report of a check over documents of one form; all of its kinds may occur
 * @returns HTML that needs no other file
 * @throws {FormError} when the documents belong to several forms
 */
declare function provincePage(report: Report, options: ProvinceOptions): Promise<string>;
/** How the years after approval are tracked. */
interface TrackOptions {
    /** The day that counts as today, YYYY-MM-DD. */
    today: string;
    /** Tells whether a file exists that a document names as attached. Without it no file counts as existing. */
    attachmentExists?: AttachmentExists | undefined;
    /** Only this year; all years when not given. */
    year?: number | undefined;
}
/**
 * Makes the ledger: what the consortia promised, filed and did, year by year.
 * @param report of a check over their documents of all kinds. The ledger lists the files that could not be checked
 */
declare function track(report: Report, { year, ...options }: TrackOptions): Ledger;
/** How deadlines are found. */
interface DeadlineOptions extends TrackOptions {
    forms: FormCatalog;
}
/**
 * Lists what must be filed next.
 * @param report of a check over the consortia's documents, to list what each of them has not filed; undefined to list
 *   the dates that apply to all
 * @param options when no year is given: this year and the next, and what is overdue from earlier years
 * @throws {FormError} when no form defines what must be filed after approval
 */
declare function deadlines(report: Report | undefined, options: DeadlineOptions): Promise<Deadline[]>;
/** A document that must still be filed, and by when. */
interface Deadline extends Pick<Filing, "role" | "kind" | "due"> {
    /** The year that the filing is about. */
    year: number;
    /** Days from today to the due day; negative when the due day has passed. */
    daysLeft: number;
    /** Name of the consortium that must file. Left out when every consortium must. */
    consortium?: string;
    /** What the form calls a consortium, e.g. 联合体. */
    term: string;
    /** Id of the form. */
    form: string;
    /** Day on which the notice was issued, YYYY-MM-DD. */
    issued: string;
    /** The clause of the notice that sets the deadline, ready to show. */
    clause: string;
}
/**
 * What is known about every consortium, year by year, on a given day. This is plain data. The JSON of `ptc track` is the
 * ledger without `presentation`; `schemas/ledger.schema.json` describes it.
 */
interface Ledger {
    presentation: LedgerPresentation;
    /** The day for which the ledger is made, YYYY-MM-DD. */
    today: string;
    /** Consortia that a document names: first the published ones, in the order of the list, then the others. */
    consortia: ConsortiumLedger[];
    /** Published consortia that no document names. */
    absent: {
        no: number;
        name: string;
        city: string;
    }[];
    /** Files that were given but do not appear in the ledger, and why. */
    leftOut: ({
        file: string;
        message: string;
    } & Partial<LineOrCell>)[];
}
/** One consortium: what it pledged, filed and achieved. */
interface ConsortiumLedger {
    name: string;
    /** Id of the form it applied with. */
    form: string;
    city?: string;
    /** Its number on the published list; undefined when it is not on the list. */
    published?: number;
    /** Other names that it had, or will have from a day to come. */
    otherNames?: string[];
    /** What happened to it, as records say, in the order of the days. Only complete records that have come into effect. */
    changes?: ChangeLedger[];
    /** The day after which it owes nothing, because it was merged, dissolved, revoked or removed. */
    ended?: string;
    documents: TrackedDocument[];
    /** Years in order, from the year of approval. Empty when the consortium has only applied, because it owes nothing yet. */
    years: YearLedger[];
    /** Alerts; the most serious come first. */
    alerts: Alert[];
}
/** Something that happened to a consortium. */
interface ChangeLedger {
    kind: ChangeKind;
    /** The form's own word for it. */
    label: string;
    on: string;
    paper: string;
    /** The new name, or the consortium that it was merged into. */
    to?: string;
    note?: string;
    origin: Origin;
}
/** A document that the ledger uses. */
interface TrackedDocument {
    file: string;
    kind: string;
    year?: number;
    /** Number of errors that `ptc validate` finds in it. */
    errors: number;
}
/**
 * Whether the plan of a year was fulfilled. `changed`: what was not adjusted is done, but at least half of the tasks were
 * adjusted. `pending`: a task that was not due yet was still open in the summary, and nothing has settled it since.
 * `unknown`: the files do not say enough.
 */
type Fulfilment = "yes" | "changed" | "no" | "pending" | "unknown";
/** The order in which reports count the years. */
declare const FULFILMENTS: readonly Fulfilment[];
/** The word that reports show for whether a plan was fulfilled. */
declare function fulfilmentLabel(fulfilled: Fulfilment, { states }: Pick<LedgerPresentation, "states">): string;
/** One year of a consortium. */
interface YearLedger {
    year: number;
    /** The plan, the half-year summary and the year-end summary, in this order. */
    filings: Filing[];
    tasks: TaskLedger[];
    fulfilled: Fulfilment;
    /** The reasons for this result and further remarks, as sentences. */
    reasons: string[];
    /** Whether the year is not judged, because the consortium ended before its year-end summary was due and filed. */
    released?: true;
    /** How the year would be judged with papers that were filed and do not count, where that differs. */
    alternatives?: AlternativeJudgement[];
    amounts: AmountLedger[];
    /** The summary that the figures come from, the day up to which it counts, and whether its figures are provisional. */
    counted?: {
        role: FilingRole;
        asOf?: string;
        provisional: boolean;
    };
    figures: FigureLedger[];
    /** Titles of the examples (典型案例) in the summaries. */
    examples: string[];
}
/** The place that a value was read from. */
type Origin = {
    file: string;
    pointer: Pointer;
} & LineOrCell;
/** How a year would be judged with a paper that does not count. */
interface AlternativeJudgement {
    role: FilingRole;
    why: OtherPaper["why"];
    /** The day on which that paper was filed. */
    filed: string;
    fulfilled: Fulfilment;
    origin: Origin;
}
/** A document that must be filed by a date. */
interface Filing {
    role: FilingRole;
    kind: string;
    /** The last day that is in time, YYYY-MM-DD. */
    due: string;
    /**
     * `filed`: filed in time. `late`: filed after the due day. `draft`: filled in, but not filed. `missing`: the due day has
     * passed and there is no document. `due`: the due day is still to come. `excused`: not owed, because the due day had
     * passed when the notice was issued. `released`: not owed, because the consortium had ended before the due day.
     */
    state: "filed" | "late" | "draft" | "missing" | "due" | "excused" | "released";
    file?: string;
    /** The day it was filed, YYYY-MM-DD. */
    filed?: string;
    word: Attachment;
    pdf: Attachment;
    /** The day on which the city approved it (YYYY-MM-DD), and the office that did. */
    approved?: {
        on: string;
        by?: string;
    };
    /** What an amendment says: the filing date of the document that it replaces, why, and when it was changed. */
    amends?: {
        filed?: string;
        reason?: string;
        on?: string;
    };
    /** Documents of the same role that do not count, and why. */
    others?: OtherPaper[];
}
/**
 * A document that does not count, because another one of the same role does. `draft`: not filed. `future`: dated after
 * today. `replaced`: the other says that it replaces this one. `earlier`: the other was filed later. `copy`: filed on the
 * same day, with the same content. `rival`: filed on the same day, with another content.
 */
interface OtherPaper {
    file: string;
    filed?: string;
    why: "draft" | "future" | "replaced" | "earlier" | "copy" | "rival";
}
/** A file sent with a filing. `given`: named and found. `absent`: named, but not found. `unnamed`: not named. */
type Attachment = "given" | "absent" | "unnamed";
/** One task of a plan, and what the summaries say about it. */
interface TaskLedger {
    id: number;
    content: string;
    points: string[];
    /** When the task is to be done, YYYY-MM or YYYY-MM-DD. */
    until?: string;
    target?: Target;
    origin: Origin;
    /** What the half-year summary (`interim`), the year-end summary (`final`) and the next plan (`settled`) say. */
    interim?: Outcome;
    final?: Outcome;
    settled?: Outcome;
    /**
     * The result according to the year-end summary; undefined when it is not filed or does not say. `pending`: still open,
     * and not due when the summary was filed.
     */
    result?: "met" | "unmet" | "changed" | "pending";
    /**
     * Why it cannot be judged: the summary does not answer, or has no figure for the target; the unit differs; or nobody
     * knows whether the figure should be high or low.
     */
    doubt?: "unanswered" | "no-figure" | "unit" | "direction";
    /** A remark on the result, for people. */
    remark?: string;
}
/** What a summary says about a task. */
interface Outcome {
    state: TaskState;
    /** The form's own word for the state. */
    label: string;
    actual?: number;
    /** The unit of `actual`; that of the target when it is left out. */
    unit?: string;
    /** Whether something stands in the place of `actual` that is no number to compare. */
    unreadable?: boolean;
    origin: Origin;
}
/** An amount of one year: pledged in the application, planned in the plan, and spent according to the summary. */
interface AmountLedger {
    title: string;
    unit: string;
    pledged?: Sourced;
    planned?: Sourced;
    actual?: Sourced;
}
/** A number with the place it was read from. */
type Sourced = Origin & {
    value: number;
};
/** A figure of one year, with the figure of the year before. */
interface FigureLedger {
    /** Name that identifies the figure without context, and the section it belongs to. */
    name: string;
    section: string;
    unit?: string;
    previous?: number;
    value?: number;
    origin: Origin;
}
/** The alerts by id, with their titles. An id is never reused for another alert, because old reports keep it. */
declare const ALERT_TITLES: {
    readonly removal: "建议调出";
    readonly unfulfilled: "没有完成计划";
    readonly "not-filed": "没有报送";
    readonly "at-risk": "计划可能完不成";
    readonly undetermined: "连续不明";
    readonly pending: "待核";
    readonly "mostly-changed": "多数任务有调整";
    readonly "amendment-decides": "换了文件,结论不同";
    readonly late: "迟报";
    readonly "not-approved": "没有写明审核";
    readonly "incomplete-filing": "报送不全";
    readonly "filed-twice": "报了两份";
    readonly "unit-differs": "单位不一致";
    readonly "below-pledge": "低于承诺";
    readonly falling: "数字下降";
    readonly "major-change": "可能取消资格";
    readonly change: "有变更";
    readonly "change-incomplete": "变更没有写全";
    readonly "maybe-renamed": "像是更名";
    readonly "not-published": "不在名单上";
};
/** The name of an alert for people, with the id by which `ptc explain` explains it. */
declare function alertName({ id }: Pick<Alert, "id">): string;
/** Ids of the alerts, in the order in which they are explained. */
declare const ALERT_IDS: AlertId[];
type AlertId = keyof typeof ALERT_TITLES;
/** Something in the ledger that the authority should know. */
interface Alert {
    id: AlertId;
    severity: AlertSeverity;
    /** The year that it is about; the last one when it is about several. */
    year?: number | undefined;
    /** The first year, when the alert is about several in a row. */
    since?: number | undefined;
    message: string;
    evidence: (Origin & {
        message: string;
    })[];
    /** The clause of the notice that the alert is based on, ready to show. */
    clause?: string | undefined;
}
/** How serious an alert is; the most serious first. */
type AlertSeverity = "serious" | "attention" | "note";
/** The word that reports show for each severity. The most serious comes first. */
declare const ALERT_SEVERITY_LABELS: Record<AlertSeverity, string>;
/** Whether a file named in a document exists. @param name path relative to the document */
type AttachmentExists = (document: FormDocument, name: string) => boolean;
/**
 * The form's words and typography, for the reports on its documents. Results carry it along, because a report does not
 * get the form itself. JSON leaves it out.
 */
interface Presentation {
    terms: Terms;
    typography?: Typography;
}
/** The same for the ledger, with the words of the documents that are filed after approval. */
interface LedgerPresentation extends Presentation {
    /** The word that distinguishes each filing of a year, e.g. 年度, 半年, 年终. */
    filings: Record<FilingRole, string>;
    /** The keys of the year before a summary and of its own year, e.g. 上年, 本年. */
    years: Record<"previous" | "current", string>;
    /** Labels of the columns of the table of tasks. */
    task: Record<"points" | "until" | "target" | "value" | "actual", string>;
    /** The form's words for states of tasks: 已调整. */
    states: Record<"changed", string>;
    /** Label of the date of filing. */
    filed: string;
    /** What the form calls the examples in summaries, e.g. 典型案例. */
    examples: string;
}
/** Gives the presentation of a form. */
declare function presentationOf({ terms, typography }: Form): Presentation;
/** The target of a task: which figure, how much, and whether it must not be lower or not be higher. */
interface Target {
    name: string;
    value: number;
    unit: string;
    /** Undefined when the plan has a word for it that the form does not know. */
    direction?: Direction;
    /** Whether the plan says the direction itself. Otherwise it is `at-least`. */
    stated: boolean;
}
/**
 * How a figure compares with its target. `unit`: the units differ, or the figure seems to be written in another unit.
 * `unclear`: the plan does not say which direction is meant, and both are possible.
 */
type Comparison = "met" | "unmet" | "unit" | "unclear";
/**
 * Reads the target of a task.
 * @param at pointer to the target in the plan
 * @returns undefined when it has no value
 */
declare function targetAt(plan: FormDocument, at: Pointer, { target, directions }: Tracking["tasks"]): Target | undefined;
/**
 * Compares a figure with its target. It never calls a figure too low when the unit or the direction may be the reason.
 * @param unit the unit of the figure; undefined when it is that of the target
 */
declare function compareWithTarget(actual: number, unit: string | undefined, target: Target, { lowerIsBetter }: Tracking["tasks"]): Comparison;
/** Says how a figure misses its target: 低于目标 100 人. */
declare function missedTarget(target: Target): string;
/** What SARIF contains besides the findings. */
interface SarifOptions {
    /** Version of ptc. */
    version: string;
    /** The form whose words describe the rules; when not given, the form of the first document. */
    form?: Form | undefined;
}
/** Writes the report as SARIF 2.1.0, with a description of every rule and check in the words of a form. */
declare function sarif(report: Report, { version, form }: SarifOptions): string;
/** Counts how far a document has been filled in. */
declare function status(document: FormDocument): Status;
/** Counts what was read of a document: entries of lists, words of texts. */
declare function reading(document: FormDocument): ReadCount[];
/**
 * Makes the checklist of observation points of each document whose kind has them, in the order of the report.
 * @param report of a check over the same documents
 */
declare function checklists({ documents, diagnostics }: Pick<Report, "documents" | "diagnostics">): Checklist[];
/** How coverage is found. */
interface CoverageOptions {
    forms: FormCatalog;
    /** Also count the published list, not only the documents; true when not given. */
    published?: boolean;
}
/**
 * Finds which cities have a consortium and which industries they serve, from the published list and the documents.
 * @param documents all of one form; for an empty list, the latest form that has cities and industries is used
 * @throws {FormError} when the documents belong to several forms, or when their form has no cities and industries
 */
declare function coverage(documents: FormDocument[], { forms, published }: CoverageOptions): Promise<Coverage>;
/**
 * Returns the form that all documents belong to; without documents, the latest form that has cities and industries.
 * @throws {FormError} when the documents belong to several forms, or when there is no such form
 */
declare function commonForm(documents: FormDocument[], forms: FormCatalog): Promise<Form>;
/** The result of one criterion: met, not met, not filled in, or left to a person. */
type Verdict = "满足" | "不满足" | "未填" | "待人工";
/** One criterion of an observation point, applied to one document. */
interface Criterion {
    /** What the criterion looks at, as text for people. */
    what: string;
    verdict: Verdict;
    /** The fields that the criterion looks at. */
    pointers: string[];
    /** The values of these fields, as text. Empty when there are none, or when they are personal data. */
    found: string;
}
/** What the criteria of a point say together. A point can have several of these at the same time. */
type PointStatus = "有数据支撑" | "部分支撑" | "不满足" | "缺失" | "有佐证" | "需人工评审";
/** One observation point (附件2) with its criteria applied. */
interface ChecklistPoint {
    id: string;
    text: string;
    note?: string;
    status: PointStatus[];
    criteria: Criterion[];
}
/** The form's indicators (附件2) applied to one document. There are no scores, because the notice has none. */
interface Checklist {
    presentation: Presentation;
    file: string;
    name: string;
    title: string;
    groups: {
        name: string;
        points: ChecklistPoint[];
    }[];
}
/**
 * Which cities have a consortium, and which of the province's industries the consortia serve. The industries and where
 * the province places them come from 附件1.
 */
interface Coverage {
    presentation: Presentation;
    /** Where the industries and cities come from: the number of the notice, and the title of its list. */
    source: string;
    /** The clause that requires a consortium in every city: its place and its wording. */
    clause: string;
    /** Source and title of the published list that consortia were taken from. Left out when only documents were used. */
    roster?: string;
    /** Meaning by mark. The mark of the core industries comes first. */
    marks: Record<string, string>;
    /** Columns of the heat map, in the order of the printed list. */
    cities: CityCoverage[];
    /** Rows of the heat map, in the order of the printed list. */
    industries: IndustryCoverage[];
    /** Consortia whose city is not filled in. */
    unplaced: CoveredConsortium[];
}
/** One city and its consortia. */
interface CityCoverage {
    name: string;
    /** Short name printed in the list, e.g. 长沙. */
    short: string;
    consortia: CoveredConsortium[];
    /** Codes of the core industries that no consortium of the city serves. */
    unserved: string[];
    /** Codes of the core industries for which this is not known, because a consortium has not filled in its industries. */
    unknown: string[];
}
/** One consortium as the coverage counts it. */
interface CoveredConsortium {
    name: string;
    /** Its number on the published list; undefined when it is not on the list. */
    published?: number;
    /** Files of the documents that name it. */
    files: string[];
    /** Codes of the industries it serves. Undefined means "not filled in", which is not the same as "none". */
    industries?: string[];
}
/** One industry in all cities. */
interface IndustryCoverage {
    code: string;
    name: string;
    class: string;
    /** One cell for each city, in the order of `cities`. */
    cells: CoverageCell[];
}
/** One industry in one city. */
interface CoverageCell {
    /** A key of `marks`; undefined when the province has not placed the industry in the city. */
    mark?: string;
    state: "served" | "unserved" | "unknown";
    /** Names of the city's consortia that serve it. */
    served: string[];
}
/**
 * Formats a cell for display without colour, three columns wide, e.g. 核✓, 重✗, 核?. 外✓ means: served, although the
 * province has not placed the industry in the city.
 * @param marks meaning by mark; the sign begins with the first character of the meaning
 * @returns an empty text when the industry is neither placed in the city nor served there
 */
declare function cellSign({ mark, state }: CoverageCell, marks: Coverage["marks"]): string;
/** Explains the signs of `cellSign`, in two lines. */
declare function legend({ marks, presentation: { terms } }: Coverage): string[];
/** Lists industries with code and name. @param codes codes of industries in the coverage */
declare function industryNames({ industries }: Coverage, codes: string[]): string;
/**
 * Finds the cities that lack a published consortium.
 * @returns `none`: cities without any consortium; `unpublished`: cities whose consortia are all missing from the
 * published list (always empty when no list was used)
 */
declare function citiesWithout({ cities, roster }: Coverage): {
    none: CityCoverage[];
    unpublished: CityCoverage[];
};
/** What was read of a document, as counts that people can compare with what they typed. */
interface ReadCount {
    label: string;
    count: number;
    /** What is counted, e.g. 人, 家, 项, 字. */
    unit: string;
}
/** How much of a document is filled in. */
interface Status {
    file: string;
    name: string;
    sections: SectionStatus[];
    /** Texts with a word limit, in printed order. */
    texts: {
        name: string;
        words: number;
        limit: number;
    }[];
    /** Number of fields that are filled in, and number of all fields. */
    filled: number;
    total: number;
}
/** The same for one section. */
interface SectionStatus {
    title: string;
    filled: number;
    total: number;
    /** Labels of the fields that are still empty. */
    missing: string[];
}
/** How Word files are made. */
interface WordOptions {
    forms: FormCatalog;
    /** Bytes of a Word template (.docx) to use instead of the form's own. */
    template?: Uint8Array | undefined;
    /** Finds the pictures of narratives. Without it no picture is printed. */
    findPicture?: FindPicture | undefined;
}
/**
 * Fills the template with a document; without one it makes a blank form.
 * @param note printed on every page, e.g. that this is a draft
 * @returns bytes of a .docx
 */
type RenderWord = (document: FormDocument | undefined, note?: string) => Uint8Array;
/**
 * Makes the function that fills the Word template of a kind of document. It compiles the template once for all
 * documents.
 * @param kindName a kind of document of the form, e.g. 推荐书
 * @throws {FormError} when the kind has no layout
 * @throws {TemplateError} when the template has tags that the form does not know, or lacks tags
 */
declare function wordRenderer(form: Form, kindName: string, options: WordOptions): Promise<RenderWord>;
/**
 * Compares the tags in a Word template with those of the form.
 * @param template bytes of a .docx
 * @throws {TemplateError} when the bytes are not a Word file
 */
declare function templateTags(form: Form, kindName: string, template: Uint8Array): Promise<TemplateTags>;
/**
 * Tells whether overwriting a file would destroy a person's work.
 * @param format of both files
 * @param there bytes of the file that exists
 * @param fresh bytes that would replace it
 * @returns the conflict; undefined when ptc wrote the file and it has not been changed since
 */
declare function overwriteConflict(format: "docx" | "pdf", there: Uint8Array, fresh: Uint8Array): Promise<OverwriteConflict | undefined>;
/**
 * Builds the Word template of a kind of document from its layout.
 * @returns bytes of a .docx
 * @throws {FormError} when the form has no typography
 */
declare function buildTemplate(form: Form, kindName: string): Promise<Uint8Array>;
/** A place where the text of a Word file differs from the text that would be written. */
interface TextChange {
    /** The line before, which helps to find the place; empty at the beginning of the file. */
    after: string;
    /** The lines that would be written. */
    ours: string[];
    /** The lines that are in the file now. */
    theirs: string[];
}
/** Why an existing file must not be overwritten. */
type OverwriteConflict = 
/** ptc did not write the file. */
{
    kind: "foreign";
}
/** ptc wrote the file, and a person saved it again. `sameText` is set when its body still has the text to be written. */
 | {
    kind: "resaved";
    sameText?: true;
}
/** ptc wrote the file, and its text was changed afterwards. */
 | {
    kind: "edited";
    changes: TextChange[];
    /** The file was made from the same data, so that every change was made by a person. */
    sameData: boolean;
};
/** An occurrence of a tag in a template. */
interface TagUse {
    tag: string;
    /** Text around the tag or before it, which helps to find it. */
    place: string;
    /** Whether it is alone in its paragraph. Only then can paragraphs, tables and pictures replace it. */
    alone: boolean;
}
/** The tags of a Word template, compared with the tags of the form. */
interface TemplateTags {
    /** Tags that will be filled in. */
    known: TagUse[];
    /** Tags of the form that the template does not have. */
    missing: string[];
    /** Tags for which the form has no field. `meant` lists similar tags of the form. */
    unknown: (TagUse & {
        meant: string[];
    })[];
    /** Texts that occur more often in the template than in the form. `places` are the occurrences. */
    repeated: {
        tag: string;
        expected: number;
        places: string[];
    }[];
    /** Tags with wrong braces, e.g. ｛｛联合体名称｝｝ or {联合体名称}. Only {{…}} is correct. */
    misspelt: {
        typed: string;
        tag: string;
        place: string;
    }[];
    /** Tags that cannot be filled in, because they are in a hyperlink, tracked change, text box or content control. */
    unreachable: TagUse[];
    /** Tags of different lists in one row or paragraph. Such a row cannot be repeated for both lists. */
    mixed: string[][];
    /** Tags of narratives that are not alone in their paragraph. The text is filled in, but pictures cannot be. */
    crowded: TagUse[];
}
/** The head of a city's summary, and where its template comes from. */
interface SummaryOptions {
    forms: FormCatalog;
    /** Who files the summary; when not given, a blank line to write on. */
    unit?: string | undefined;
    /** Who filled it in, with contact details; when not given, a blank line to write on. */
    contact?: string | undefined;
    /** Printed on every sheet, e.g. that this is a draft. */
    note?: string | undefined;
}
/**
 * Makes the city's summary as an Excel file: the form's table with one sheet for each city, then all figures, the
 * checklist and the findings.
 * @returns bytes of a .xlsx
 * @throws {FormError} when the documents are not all of one kind, when their kind has no summary, or when their form
 *   has neither a template nor typography
 */
declare function summarize(report: Report, { forms, ...head }: SummaryOptions): Promise<Uint8Array>;
/** Makes an Excel file (.xlsx) of checklists: a sheet of documents × points, and a sheet of all criteria. */
declare function checklistWorkbook(lists: Checklist[]): Promise<Uint8Array>;
/** Makes an Excel file (.xlsx) of the coverage: a heat map, and the list of consortia. */
declare function coverageWorkbook(coverage: Coverage): Promise<Uint8Array>;
/** Makes an Excel file (.xlsx) of the ledger, with the sheets 台账, 任务, 经费, 提醒, 年度数据. */
declare function ledgerWorkbook(ledger: Ledger): Promise<Uint8Array>;
/**
 * Writes a blank document to fill in. A comment on the line above each field gives its label, unit, word limit and hint.
 * @param kindName kind of the document, e.g. 推荐书
 * @param schemaPath path of the schema for the editor, relative to the file
 * @param file name of the file, for the commands in the comment at the top
 * @returns YAML text
 * @throws {Error} when the form has no such kind of document
 */
declare function blankYaml(form: Form, kindName: string, schemaPath: string, file: string): string;
/**
 * Adapts the schema of a document for editors. The unit and the word limit are added to the description of a field,
 * because editors show only the description. The YAML language server reads digits as numbers, so the result also allows
 * numbers where the schema has texts made of digits: keys that are years, and choices such as the observation point 3.1.
 * It does not limit decimals: most validators divide by 0.01 in floating point, and refuse 4.6.
 * @returns a new schema; `schema` is not changed
 */
declare function editorSchema(schema: JsonSchema): JsonSchema;
/**
 * Tells whether a file that a document names exists beside the document or in a folder below. It is never opened.
 * @param document full path of the document
 * @param name as typed in the document; `\` is read as `/`
 */
declare function hasAttachment(document: string, name: string): boolean;
/** Name of the file in a repository of applications that lists the waived findings, with reason and expiry date. */
declare const WAIVERS_FILE = "ptc-waivers.yaml";
/** Name of standard input in messages, unless `--stdin-filename` gives another. */
declare const STDIN_NAME = "<\u6807\u51C6\u8F93\u5165>";
/** Where names are searched, and where standard input comes from. */
interface FindOptions {
    /** Folder that relative names start from. */
    cwd: string;
    /** Reads the whole standard input. */
    stdin: () => Promise<Uint8Array>;
    /** Whether the names were not typed by the user but found in `cwd`: then none may be a link that leads out of it. */
    found?: boolean | undefined;
    /** Name of the file whose text comes from standard input. Messages use it, and the file itself is not read. */
    stdinName?: string | undefined;
}
/**
 * Finds the inputs that the arguments name: files, folders (searched for `*.yaml` and `*.yml`), globs, and `-` for
 * standard input, which is read at once. Each file is listed once. A name that matches nothing becomes an input with a
 * problem, so no name is ignored silently.
 */
declare function findInputs(names: string[], { cwd, stdin, stdinName, found: wereFound }: FindOptions): Promise<Input[]>;
/** Writes a path with `/`, as messages show it on every system. */
declare function toDisplayPath(file: string): string;
/**
 * Makes the function that finds and reads the pictures of documents. A picture must lie beside its document or in a
 * folder below.
 * @param folder that the documents' file names are relative to
 */
declare function pictureFinder(folder: string): FindPicture;
/**
 * Makes the catalog of the forms on this disk. Forms in the given folders come before the package's own.
 * @param folders each holds `schemas/<id>/` and, when a form has templates, `templates/<id>/`
 * @returns a catalog whose functions throw a `FormError` when the files of a form are wrong
 */
declare function openForms(folders?: readonly string[]): FormCatalog;
/**
 * A form's own files contain a mistake, which the maintainer of the form must correct. The user's documents are not the
 * cause.
 */
declare class FormError extends Error {
}
/** A Word template does not fit the form. */
declare class TemplateError extends Error {
}
/** LibreOffice, which makes the PDF, is missing or does not start. The message is shown to the user unchanged. */
declare class OfficeError extends Error {
}
/** A file may not be written where it was to be, because of a link there. The message is shown to the user unchanged. */
declare class OutputError extends Error {
}
/** Git is missing, or a git command failed. */
declare class GitError extends Error {
}
/** A file is no Word file that can be read, or none of the forms. The message says why, and what to do. */
declare class WordFileError extends Error {
}
/** Checklists for programs. `version` changes when a field changes its meaning. */
declare function checklistJson(checklists: Checklist[]): string;
/** Checklists for a merge request or a report in Markdown: a table for each document. */
declare function checklistMarkdown(checklists: Checklist[]): string;
/** Coverage for programs: `schemas/coverage.schema.json`. `version` changes when a field changes its meaning. */
declare function coverageJson(coverage: Coverage): string;
/** Coverage as Markdown, for a report or a page of a repository. */
declare function coverageMarkdown(coverage: Coverage): string;
/**
 * A calendar (RFC 5545) with an entry of a whole day for each deadline, and an alarm before it. The same deadlines give
 * the same bytes. An entry keeps its UID, so that a calendar that is imported again has no entry twice.
 * @param deadlines one at least: the standard allows no calendar without entries
 */
declare function ics(deadlines: Deadline[]): string;
/** Formats a finding in one line: `file:line:col: 级别 rule-id 说明`. In a Word file, the cell replaces line and column. */
declare function conciseLine(diagnostic: Diagnostic): string;
/** Formats a report with one line for each finding and nothing else, for editors and grep. */
declare function concise({ diagnostics }: Report): string;
/**
 * Formats findings as workflow commands of GitHub Actions, one line for each. GitHub shows them beside the changed lines
 * of a pull request.
 */
declare function github(report: Report): string;
/**
 * Formats a report as JSON for programs. `schemas/report.schema.json` describes it. `version` changes when a key changes
 * its meaning.
 */
declare function json({ files, documents, diagnostics, remaining, waived, waivers }: Report): string;
/**
 * Formats a report as JUnit XML, for CI servers that list test results. Each file is a test suite, and each finding is a
 * test case. An error is a case that fails. A warning is a case that passes, with the finding as its output. A file
 * without findings has one case, which passes.
 */
declare function junit(report: Report): string;
/**
 * Formats a report as Markdown, for a comment on a merge request or the summary of a CI job. Each file with findings has
 * a table. When there is not enough room for all findings, errors are kept before warnings, and the report says how many
 * are left out.
 */
declare function markdown(report: Report): string;
/**
 * The ledger for programs: `schemas/ledger.schema.json`. `version` changes when a field changes its meaning. A figure that
 * may be a mobile number in a wrong field is null, because the ledger is passed on.
 */
declare function ledgerJson(ledger: Ledger): string;
/** The ledger as Markdown, for a page or a comment: for each consortium a table of years and a table of alerts. */
declare function ledgerMarkdown(ledger: Ledger): string;
/** Tells whether Microsoft Word's 字数 counts a character as one by itself. @param char one code point */
declare function isEastAsian(char: string): boolean;
/**
 * Counts 字数 as Microsoft Word does (审阅→字数统计): each East Asian character or full-width mark counts one, each
 * unbroken run of other characters counts one, spaces do not count.
 */
declare function countWords(text: string): number;
/**
 * Finds where a text exceeds a limit of 字数.
 * @returns UTF-16 offset of the first word over `limit`, or -1 when the text is within the limit
 */
declare function overflowAt(text: string, limit: number): number;
export { type CheckAllOptions as CheckOptions, check, explain, type FixOptions, type FixResult, fix, type ProvinceOptions, provincePage, sarif, type DeadlineOptions, deadlines, type TrackOptions, track, type CoverageOptions, checklists, coverage, reading, status, type RenderWord, templateTags, type WordOptions, wordRenderer, checklistWorkbook, coverageWorkbook, ledgerWorkbook, type SummaryOptions, summarize, blankYaml, editorSchema, hasAttachment, type FindOptions, findInputs, pictureFinder, openForms, type Checklist, type Coverage, type Deadline, type Diagnostic, type Edit, type Fix, type RelatedPlace, type Severity, type Data, type FormDocument, FormError, TemplateError, type DocumentKind, type Form, type FormCatalog, openAll, type FileText, type Input, type ReadInput, textInput, type WaiversText, type Ledger, type FindPicture, type DocumentCell, formatPlace, isTextRange, type Place, type Position, type TextRange, type ReadCount, countBySeverity, type Report, type Status, type TemplateTags, checklistJson, checklistMarkdown, coverageJson, coverageMarkdown, ics, concise, github, json, junit, markdown, ledgerJson, ledgerMarkdown, countWords };
