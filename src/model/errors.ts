/** Something is wrong with a form's own files: a mistake of whoever maintains the form. */
export class FormError extends Error {}

/** A Word template does not fit the form. */
export class TemplateError extends Error {}

/** LibreOffice, which makes the PDF, is not there or does not start: shown as it is. */
export class OfficeError extends Error {}

/** Git is not there, or cannot tell what was asked. */
export class GitError extends Error {}
