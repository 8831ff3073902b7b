import { type CityCoverage, type Coverage, citiesWithout, industryNames } from "../../model/coverage.js";

// The words for coverage that all its formats share.

/** Heading of the row with the number of consortia in each city. */
export function consortiumCount({ presentation: { terms } }: Coverage): string {
  return `${terms.consortium}(个)`;
}

/** What the coverage is of, and how many consortia there are. */
export function coverageHeadline({
  cities,
  industries,
  source,
  roster,
  unplaced,
  presentation: { terms },
}: Coverage): string {
  const consortia = [...cities.flatMap((city) => city.consortia), ...unplaced];
  const listed = consortia.filter(({ published }) => published !== undefined).length;
  const others = consortia.length > listed ? `,文件里另有 ${consortia.length - listed} 个` : "";
  const counted =
    roster === undefined
      ? `给出的文件里有 ${consortia.length} 个${terms.consortium}`
      : `公布的 ${listed} 个${terms.consortium}(名单没有${terms.city}一栏,文件里没有写的由${terms.park}推断)${others}`;
  return `${cities.length} 个${terms.city} × ${industries.length} 个产业(${source}):${counted}`;
}

/** A list of what is missing or not known. */
export interface GapList {
  title: string;
  note?: string;
  items: { name: string; text: string }[];
}

/** The lists of what is missing or not known; empty lists are left out. */
export function coverageGaps(coverage: Coverage): GapList[] {
  const { cities, clause, marks, unplaced } = coverage;
  const { consortium, city: region } = coverage.presentation.terms;
  const core = Object.values(marks)[0] ?? "";
  const { none, unpublished } = citiesWithout(coverage);
  const lists: GapList[] = [
    {
      title: `没有${consortium}的${region}(${none.length} 个)`,
      note: `依据:${clause}`,
      items: none.map(({ name }) => ({ name, text: "" })),
    },
    {
      title: `只有公布名单以外的${consortium}的${region}(${unpublished.length} 个)`,
      items: unpublished.map(({ short, consortia }) => ({
        name: short,
        text: consortia.map(({ name }) => name).join("、"),
      })),
    },
    {
      title: `${core}没有${consortium}服务`,
      items: cities
        .filter(({ unserved }) => unserved.length > 0)
        .map(({ short, unserved }) => ({ name: short, text: industryNames(coverage, unserved) })),
    },
    {
      title: `${core}有没有${consortium}服务不明`,
      items: cities
        .filter(({ unknown }) => unknown.length > 0)
        .map((city) => ({
          name: city.short,
          text: `${industryNames(coverage, city.unknown)}(${silentShare(city, consortium)})`,
        })),
    },
    {
      title: `不知道在哪个${region}的${consortium}`,
      items: unplaced.map(({ name, files }) => ({ name, text: files.join("、") })),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}

function silentShare({ consortia }: CityCoverage, consortium: string): string {
  const silent = consortia.filter(({ industries }) => industries === undefined);
  return `${silent.length}/${consortia.length} 个${consortium}没有填`;
}
