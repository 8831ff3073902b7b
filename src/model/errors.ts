/** Something is wrong with a form's own files: a mistake of whoever maintains the form. */
export class FormError extends Error {}

/** A Word template does not fit the form. */
export class TemplateError extends Error {}
