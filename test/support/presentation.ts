import { type Form, openAll } from "../../src/index.js";
import { isTracked } from "../../src/ledger/ledger.js";
import { ledgerPresentation } from "../../src/ledger/presentation.js";
import { forms } from "./check.js";

const [form] = (await openAll(forms)) as [Form];
if (!isTracked(form)) throw new Error("the form does not say what is filed after approval");

/** How the package's form wants reports to be worded and set, for results that a test makes by hand. */
export const presentation = ledgerPresentation(form);
