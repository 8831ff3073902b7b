import { expect, it } from "vitest";
import { usageWords } from "../../src/cli/usage-words.js";
import { type DocumentKind, type Form, openAll } from "../../src/index.js";
import { forms } from "../support/check.js";

// Help is shown before a form is read: its words stand in a file of their own, and are those of the latest form.

it("help says what the form says", async () => {
  const form = (await openAll(forms))[0] as Form;
  const { changes } = form.tracking ?? {};
  const [application, plan, ...summaries] = Object.keys(form.documents).filter((name) => name !== changes?.kind);
  const kind = form.documents[application as string] as DocumentKind;
  const { consortium, city, whole, park, point } = form.terms;
  const annex = (source: string | undefined) => source?.replace(`${form.notice} `, "");
  const { filings, field, product, ...same } = usageWords;
  expect(same).toEqual({
    form: form.id,
    application,
    plan,
    file: kind.file,
    consortium,
    city,
    whole,
    park,
    point,
    industries: annex(form.registers.industries?.source),
    indicators: annex(kind.indicators?.source),
    summary: annex(kind.summary?.source),
    summaryFile: kind.summary?.file,
    unit: kind.summary?.unit,
    contact: kind.summary?.contact,
  });
  expect(form.title).toContain(product);
  expect([`${plan}、半年和年度工作总结`, summaries]).toEqual([filings, ["半年工作总结", "年度工作总结"]]);
  expect(JSON.stringify(kind.schema)).toContain(`"${field}":{`);
});
