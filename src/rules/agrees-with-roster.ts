import { changesIn, isComplete, joinNames } from "../model/changes.js";
import type { FormDocument } from "../model/document.js";
import { documentName, labelOf, namesAt, quoteName } from "../model/document-values.js";
import type { Form } from "../model/form.js";
import type { Pointer } from "../model/json-schema.js";
import { defineRule, type Finding } from "../model/rule.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { fold } from "../text/fold.js";
import { type DatedDocument, datedDocuments } from "./support/dated-documents.js";

const ID = "agrees-with-roster";

export default defineRule({
  id: ID,
  severity: "warning",
  title: "名称、牵头单位与公布的名单一致",
  about:
    "名称要在公布的名单里,牵头单位要与名单一致。名称不在名单里的,只在最早的那份文件上提示一次。有记录说明改了名称、换了牵头单位的,不提示;记录要一起检查。",
  with: { year: "field", schools: "field", enterprises: "field" },
  compares: true,
  uses: ["roster"],
  *check({ documents, all, form, with: { year, schools, enterprises } }) {
    const { authority } = form;
    const { source = "", consortia = [] } = form.registers.roster ?? {};
    const approved = new Map(consortia.map((each) => [fold(each.name), each]));
    const nameOf = joinNames(all, form);
    const changed = new Set(consortiaWithNewLeads(all).map((name) => nameOf(name).key));
    const earliest = earliestOf(
      datedDocuments(
        all.filter(({ kind }) => Object.hasOwn(kind.rules, ID)),
        year,
      ),
      form,
    );
    for (const filing of datedDocuments(documents, year)) {
      const { document, consortium } = filing;
      const { key } = nameOf(consortium);
      const listed = approved.get(key);
      // a record says that the leads are others now
      if (listed && changed.has(key)) continue;
      if (listed) {
        yield* differingLeads(filing, schools, listed.schools, { ...listed, source, authority });
        yield* differingLeads(filing, enterprises, listed.enterprises, { ...listed, source, authority });
      } else if (earliest.get(consortium)?.document === document) {
        const pointer = document.kind.name;
        const likely = namesLike(
          documentName(document),
          consortia.map(({ name }) => name),
        );
        yield {
          document,
          pointer,
          message: `公布的名单(${source})里没有“${documentName(document)}”`,
          hint: `${didYouMean(likely) ?? ""}与名单写得一样;改了名称的,请与${authority}联系`,
        };
      }
    }
  },
});

/** Returns the folded names of the consortia whose leads changed, as complete records say. */
function consortiaWithNewLeads(documents: FormDocument[]): string[] {
  return changesIn(documents)
    .filter((change) => isComplete(change) && change.kind === "leads")
    .map(({ document }) => fold(documentName(document)));
}

/**
 * Finds the published names that a mistyped name may mean. All published names may end in the same words; these are
 * ignored, because they would make every name look similar.
 */
function namesLike(typed: string, names: string[]): string[] {
  let ending = names[0] ?? "";
  while (!names.every((name) => name.endsWith(ending))) ending = ending.slice(1);
  const withoutEnding = (name: string) =>
    ending !== "" && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  return closestMatches(withoutEnding(typed), names.map(withoutEnding)).map((each) => each + ending);
}

/**
 * Finds the first document of each consortium: the one with the lowest year, then the kind that the form lists first.
 */
function earliestOf(filings: DatedDocument[], { documents }: Form): Map<string, DatedDocument> {
  const kinds = Object.keys(documents);
  const order = ({ document }: DatedDocument) => kinds.indexOf(document.kindName);
  const earliest = new Map<string, DatedDocument>();
  for (const filing of filings) {
    const known = earliest.get(filing.consortium);
    const off = known ? filing.year - known.year || order(filing) - order(known) : -1;
    if (off < 0) earliest.set(filing.consortium, filing);
  }
  return earliest;
}

/** Reports leads that differ from the published list. The order of the names does not matter. */
function* differingLeads(
  { document }: DatedDocument,
  pointer: Pointer,
  printed: string[],
  { no, source, authority }: { no: number; source: string; authority: string },
): Iterable<Finding> {
  const written = namesAt(document, pointer).map(({ name }) => name);
  const key = (names: string[]) => names.map(fold).sort().join("、");
  if (written.length === 0 || key(written) === key(printed)) return;
  yield {
    document,
    pointer,
    message: `${labelOf(document, pointer)}${quoteName(written.join("、"))}与公布的名单不一致,名单上是“${printed.join("、")}”(${source} 第 ${no} 个)`,
    hint: `与名单写得一样;换了牵头单位的,请与${authority}联系`,
  };
}
