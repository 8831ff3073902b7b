/**
 * A form's own files contain a mistake, which the maintainer of the form must correct. The user's documents are not the
 * cause.
 */
export class FormError extends Error {}

/** A Word template does not fit the form. */
export class TemplateError extends Error {}

/** LibreOffice, which makes the PDF, is missing or does not start. The message is shown to the user unchanged. */
export class OfficeError extends Error {}

/** A file may not be written where it was to be, because of a link there. The message is shown to the user unchanged. */
export class OutputError extends Error {}

/** Git is missing, or a git command failed. */
export class GitError extends Error {}

/** A file is no Word file that can be read, or none of the forms. The message says why, and what to do. */
export class WordFileError extends Error {}
