/** Explains a rule, a check or an alert to users. */
export interface Description {
  id: string;
  /** What it looks at, in a few words. */
  title: string;
  /** How it decides, in sentences. */
  about: string;
}

/** The form's own title or text for a rule, a check or an alert, from `descriptions.yaml`. */
export type OwnDescription = Partial<Pick<Description, "title" | "about">>;

/**
 * Replaces the general title and text of a description with those of a form, where the form has its own.
 * @param form undefined to keep the general description
 */
export function describedBy<Described extends Description>(
  form: { descriptions?: Record<string, OwnDescription> } | undefined,
  described: Described,
): Described {
  return { ...described, ...form?.descriptions?.[described.id] };
}
