import type { Clause } from "../model/clause.js";
import { type Consortium, groupByConsortium, industriesOf } from "../model/consortia.js";
import type { CityCoverage, Coverage, CoverageCell, CoveredConsortium, IndustryCoverage } from "../model/coverage.js";
import type { FormDocument } from "../model/document.js";
import { FormError } from "../model/errors.js";
import type { Form } from "../model/form.js";
import { presentationOf } from "../model/presentation.js";
import type { Industries } from "../model/registers.js";

/** A form that has what coverage is told from. */
type Covering = Form & { coverage: { clause: Clause }; registers: { industries: Industries } };

/** Whether a form says that cities should have consortia, and which industries are whose. */
export function tellsCoverage(form: Form): form is Covering {
  return form.coverage !== undefined && form.registers.industries !== undefined;
}

/**
 * Which cities have a consortium and which industries their consortia serve.
 * @param documents of this form; those of other kinds than the application say what they can
 * @param published whether the consortia of the published list count, even without a document
 * @throws {FormError} when the form has no cities and industries to look at
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
  // a code that is none says nothing of what is served
  const industries = industriesOf(consortium)?.filter((code) => known.has(code)) ?? [];
  return {
    name: consortium.name,
    ...(consortium.entry && { published: consortium.entry.no }),
    files: consortium.documents.map(({ source }) => source.file),
    ...(industries.length > 0 && { industries }),
  };
}

function cellOf(code: string, mark: string | undefined, consortia: CoveredConsortium[]): CoverageCell {
  const served = consortia.filter(({ industries }) => industries?.includes(code)).map(({ name }) => name);
  const silent = consortia.some(({ industries }) => industries === undefined);
  const state = served.length > 0 ? "served" : silent ? "unknown" : "unserved";
  return { ...(mark !== undefined && { mark }), state, served };
}

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
