import type { Form } from "./form.js";

/** What a rule, a check or an alert is about. */
export interface Description {
  id: string;
  /** What is looked at. */
  title: string;
  /** How it is decided, in sentences. */
  about: string;
}

/** What a form says of a rule, a check or an alert in its own words. */
export type OwnDescription = Partial<Pick<Description, "title" | "about">>;

/** A description in the words of a form, as far as the form has its own. */
export function describedBy<Described extends Description>(
  form: Pick<Form, "descriptions"> | undefined,
  described: Described,
): Described {
  return { ...described, ...form?.descriptions?.[described.id] };
}
