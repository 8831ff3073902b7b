import words from "../../schemas/usage.json" with { type: "json" };

/**
 * The words that help texts take from the package's form: what it calls things, and examples. They stand in a file of
 * their own because help is shown before any form is read; a test compares them with the form.
 */
export const usageWords = words;
