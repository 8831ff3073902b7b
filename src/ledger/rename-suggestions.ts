import type { Consortium } from "../model/consortia.js";
import type { FormDocument } from "../model/document.js";
import { namesAt } from "../model/document-values.js";
import type { TrackedForm } from "../model/form.js";
import type { Alert } from "../model/ledger.js";
import { ROLES, roleOf, type Tracking } from "../model/tracking.js";
import { fold } from "../text/fold.js";
import { filingYear, originOf } from "./year-filings.js";

/**
 * Suggests that a consortium with an unknown name is another one under a new name: it has a park and a lead of the
 * other, and the two have not filed the same document for the same year. Nothing is joined before a record says so.
 * @param consortium one that is not on the published list
 * @param all all consortia of the form, published ones without documents among them
 */
export function renameSuggestions(consortium: Consortium, all: Consortium[], form: TrackedForm): Alert[] {
  const { tracking, documents } = form;
  const own = filings(consortium, tracking);
  if (consortium.entry || own.length === 0) return [];
  return all
    .filter(
      (other) => other !== consortium && looksTheSame(consortium, other, tracking) && isOlder(other, own, tracking),
    )
    .map((other): Alert => {
      const [from] = other.documents;
      const named = consortium.documents.find((each) => filingYear(each, tracking) !== undefined);
      const record = tracking.changes.kind;
      return {
        id: "maybe-renamed",
        severity: "attention",
        message: `与“${other.name}”园区相同、牵头的单位相同,像是更名:有文件的,写一份${record}(${documents[record]?.file}),以前各年就接着算;不是的,核对名称、园区和牵头的单位`,
        evidence: [named, from].flatMap((document) =>
          document ? [{ ...originOf(document, document.kind.name), message: "写的名称" }] : [],
        ),
      };
    });
}

/** Whether two consortia have a park and a lead in common, and no filing of the same kind and year. */
function looksTheSame(a: Consortium, b: Consortium, tracking: Tracking): boolean {
  const [one, other] = [identity(a), identity(b)];
  const share = (left: Set<string>, right: Set<string>) => [...left].some((each) => right.has(each));
  const taken = new Set(filings(b, tracking));
  return (
    share(one.parks, other.parks) &&
    share(one.leads, other.leads) &&
    !filings(a, tracking).some((each) => taken.has(each))
  );
}

/** Whether a consortium is on the published list, or filed something earlier. */
function isOlder(other: Consortium, own: number[], tracking: Tracking): boolean {
  return other.entry !== undefined || Math.min(...filings(other, tracking)) < Math.min(...own);
}

/** Gives a number to each filing of a consortium, in the order in which they are due. */
function filings({ documents }: Consortium, tracking: Tracking): number[] {
  return documents.flatMap((document) => {
    const role = roleOf(document.kindName, tracking);
    const year = filingYear(document, tracking);
    return role && year !== undefined ? [year * ROLES.length + ROLES.indexOf(role)] : [];
  });
}

/** The folded parks and leads of a consortium, from its documents and from the published list. */
function identity({ documents, entry }: Consortium): Record<"parks" | "leads", Set<string>> {
  const names = (of: (kind: FormDocument["kind"]) => string[]) =>
    documents.flatMap((document) =>
      of(document.kind).flatMap((pointer) => namesAt(document, pointer).map(({ name }) => fold(name))),
    );
  const parks = names(({ consortium }) => (consortium ? [consortium.parks] : []));
  const leads = names(({ consortium }) => consortium?.leads ?? []);
  return {
    parks: new Set([...parks, ...(entry?.parks.map(fold) ?? [])]),
    leads: new Set([...leads, ...[...(entry?.schools ?? []), ...(entry?.enterprises ?? [])].map(fold)]),
  };
}
