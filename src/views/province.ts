import type { Checklist } from "../model/checklist.js";
import { type Consortium, groupByConsortium } from "../model/consortia.js";
import type { FormDocument } from "../model/document.js";
import { namesAt, textAt, titleOf } from "../model/document-values.js";
import { type Field, leafFields } from "../model/field.js";
import type { Form } from "../model/form.js";
import type { Ledger } from "../model/ledger.js";
import { presentationOf } from "../model/presentation.js";
import type { ConsortiumProfile, Province } from "../model/province.js";
import type { Report } from "../model/report.js";
import { valueAt } from "../text/json-pointer.js";
import { coverageOf, tellsCoverage } from "./coverage.js";
import { seriesOf } from "./series.js";

/** What the web page of the province shows, and data made elsewhere that it includes. */
export interface ProvinceOptions {
  /** The day that the page shows as its date, YYYY-MM-DD. */
  today: string;
  /** Whether consortia on the published list are shown even if no document names them. */
  published: boolean;
  /** Whether names of people and their telephone numbers are shown. */
  personal: boolean;
  checklists: Checklist[];
  ledger?: Ledger;
}

/**
 * Puts together the data of the province's web page. Personal data is included only if the options ask for it.
 * @param report the result of checking documents; they must all be of this form
 */
export function provinceOf(form: Form, report: Report, options: ProvinceOptions): Province {
  const { documents, diagnostics, files } = report;
  const { today, published, personal, checklists, ledger } = options;
  const consortia = groupByConsortium(form, documents, published ? form.registers.roster : undefined, today);
  const kinds = Object.keys(form.documents).map((kind) => ({
    kind,
    count: documents.filter(({ kindName }) => kindName === kind).length,
  }));
  return {
    presentation: presentationOf(form),
    parksLabel: parksLabel(form),
    title: form.title,
    today,
    files: new Set(files).size,
    checked: documents.length,
    kinds: kinds.filter(({ count }) => count > 0),
    ...(tellsCoverage(form) && { coverage: coverageOf(form, documents, published) }),
    consortia: consortia.map((consortium) => profileOf(consortium, personal)),
    figures: seriesOf(form, consortia),
    checklists,
    ...(ledger && { ledger: published ? ledger : { ...ledger, absent: [] } }),
    diagnostics,
  };
}

/**
 * Describes one consortium. Parks and leads come from its documents. When the documents name none, they come from the
 * published list.
 */
function profileOf({ name, city, entry, documents }: Consortium, personal: boolean): ConsortiumProfile {
  const named = (field: "parks" | "leads") =>
    documents.flatMap((document) =>
      [document.kind.consortium?.[field] ?? []].flat().flatMap((pointer) => namesAt(document, pointer)),
    );
  const names = (field: "parks" | "leads", listed: string[] = []) => {
    const own = named(field).map((each) => each.name);
    return [...new Set(own.length > 0 ? own : listed)];
  };
  return {
    name,
    ...(city !== undefined && { city }),
    inferred: city !== undefined && !documents.some((document) => cityIn(document) !== undefined),
    ...(entry && { published: entry.no }),
    parks: names("parks", entry?.parks),
    leads: names("leads", entry && [...entry.schools, ...entry.enterprises]),
    files: documents.map(({ source }) => source.file),
    personal: personal ? distinct(documents.flatMap(personalIn)) : [],
  };
}

/** Returns the label of the field with parks in the first kind of document that has one; else the general word. */
function parksLabel({ documents, terms }: Form): string {
  const kind = Object.values(documents).find(({ consortium }) => consortium !== undefined);
  return kind?.consortium ? titleOf({ kind }, kind.consortium.parks) : terms.park;
}

function cityIn(document: FormDocument): string | undefined {
  const { city } = document.kind.consortium ?? {};
  return city && textAt(document, city);
}

/** Lists the names of people and their telephone numbers that are filled in, each with its label. */
function personalIn(document: FormDocument): ConsortiumProfile["personal"] {
  const isPersonal = ({ entity }: Field) => entity === "person" || entity === "phone";
  return leafFields(document.kind.root)
    .filter(isPersonal)
    .flatMap(({ pointer, parent, title }) => {
      const text = [valueAt(document.data, pointer)]
        .flat()
        .filter((each) => typeof each === "string")
        .join("、");
      const label = parent && parent.pointer !== "" && parent.title !== title ? `${parent.title}·${title}` : title;
      return text === "" ? [] : [{ label, text }];
    });
}

/** Removes repeated pairs, because several documents of a consortium often name the same person. */
function distinct(pairs: ConsortiumProfile["personal"]): ConsortiumProfile["personal"] {
  return [...new Map(pairs.map((each) => [`${each.label}\n${each.text}`, each])).values()];
}
