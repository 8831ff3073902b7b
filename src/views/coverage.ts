import type { Clause } from "../model/clause.js";
import { type Consortium, groupByConsortium, industriesOf } from "../model/consortia.js";
import type { CityCoverage, Coverage, CoverageCell, CoveredConsortium, IndustryCoverage } from "../model/coverage.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { presentationOf } from "../model/presentation.js";
import type { Industries } from "../model/registers.js";

/** A form that has the data for coverage: the clause that asks for it, and the list of industries by city. */
type Covering = Form & { coverage: { clause: Clause }; registers: { industries: Industries } };

/** Tells whether a form has the data for coverage: a clause that asks for it, and a list of industries by city. */
export function tellsCoverage(form: Form): form is Covering {
  return form.coverage !== undefined && form.registers.industries !== undefined;
}

/**
 * Shows which cities have a consortium, and which industries the consortia of each city serve. The clause that asks for
 * it is `coverage.clause` in the form's `form.yaml`.
 * @param documents documents of this form, of any kind; each contributes the city and industries that it contains
 * @param published whether consortia on the published list count even if no document names them
 * @throws {FormError} when the form has no coverage clause or no list of industries by city
 */
export function coverageOf(form: Form, documents: FormDocument[], published: boolean): Coverage {
  if (!tellsCoverage(form))
    throw new FormError(`${form.id} 没有写${form.terms.city}和产业布局(coverage、industries),看不出覆盖情况`);
  const { industries: register, roster } = form.registers;
  const list = published ? roster : undefined;
  const consortia = groupByConsortium(form, documents, list);
  const known = new Set(register.industries.map(({ code }) => code));
  const placed = register.cities.map(({ name, printed }) => ({
    name,
    short: printed,
    consortia: consortia.filter(({ city }) => city === name).map((each) => covered(each, known)),
  }));
  const industries = register.industries.map(({ code, name, class: group, cities }) => ({
    code,
    name,
    class: group,
    cells: placed.map((city) => cellOf(code, cities[city.short], city.consortia)),
  }));
  const [core] = Object.keys(register.marks);
  const names = new Set(register.cities.map(({ name }) => name));
  const { at, quote } = form.coverage.clause;
  return {
    presentation: presentationOf(form),
    source: `${register.source}《${register.title}》`,
    clause: `${form.notice} ${at}“${quote}”`,
    ...(list && { roster: `${list.source}《${list.title}》` }),
    marks: register.marks,
    cities: placed.map((city, index): CityCoverage => {
      const cores = (state: CoverageCell["state"]) => codesIn(industries, index, core, state);
      return { ...city, unserved: cores("unserved"), unknown: cores("unknown") };
    }),
    industries,
    unplaced: consortia
      .filter(({ city }) => city === undefined || !names.has(city))
      .map((each) => covered(each, known)),
  };
}

function covered(consortium: Consortium, known: Set<string>): CoveredConsortium {
  // A code that is not on the list is a typing error, so it does not tell which industry is served.
  const industries = industriesOf(consortium)?.filter((code) => known.has(code)) ?? [];
  return {
    name: consortium.name,
    ...(consortium.entry && { published: consortium.entry.no }),
    files: consortium.documents.map(({ source }) => source.file),
    ...(industries.length > 0 && { industries }),
  };
}

/**
 * Decides the state of an industry in a city. When no consortium names the industry, but one has not filled in its
 * industries, the state is “unknown”, because that consortium may serve it.
 */
function cellOf(code: string, mark: string | undefined, consortia: CoveredConsortium[]): CoverageCell {
  const served = consortia.filter(({ industries }) => industries?.includes(code)).map(({ name }) => name);
  const notFilledIn = consortia.some(({ industries }) => industries === undefined);
  const state = served.length > 0 ? "served" : notFilledIn ? "unknown" : "unserved";
  return { ...(mark !== undefined && { mark }), state, served };
}

/** Lists the codes of the industries that have a given mark and state in a city; `city` is its index. */
function codesIn(
  industries: IndustryCoverage[],
  city: number,
  mark: string | undefined,
  state: CoverageCell["state"],
): string[] {
  return industries
    .filter(({ cells }) => cells[city]?.mark === mark && cells[city]?.state === state)
    .map(({ code }) => code);
}
