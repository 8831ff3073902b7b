import words from "../../schemas/usage.json" with { type: "json" };

/**
 * The words of the package's form that help texts use: its names for things, and examples. They are in a file of their
 * own, because help is shown before a form is read. A test checks that they agree with the form.
 */
export const usageWords = words;
