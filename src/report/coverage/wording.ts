import { type CityCoverage, type Coverage, citiesWithout, industryNames } from "../../model/coverage.js";

// The words for coverage that all its formats share.

/** Heading of the row with the number of consortia in each city. */
export const CONSORTIUM_COUNT = "联合体(个)";

/** What the coverage is of, and how many consortia there are. */
export function coverageHeadline({ cities, industries, source, roster, unplaced }: Coverage): string {
  const consortia = [...cities.flatMap((city) => city.consortia), ...unplaced];
  const listed = consortia.filter(({ published }) => published !== undefined).length;
  const others = consortia.length > listed ? `,文件里另有 ${consortia.length - listed} 个` : "";
  const counted =
    roster === undefined
      ? `给出的文件里有 ${consortia.length} 个联合体`
      : `公布的 ${listed} 个联合体(名单没有市州一栏,文件里没有写的由园区推断)${others}`;
  return `${cities.length} 个市州 × ${industries.length} 个产业(${source}):${counted}`;
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
  const core = Object.values(marks)[0] ?? "";
  const { none, unpublished } = citiesWithout(coverage);
  const lists: GapList[] = [
    {
      title: `没有联合体的市州(${none.length} 个)`,
      note: `依据:${clause}`,
      items: none.map(({ name }) => ({ name, text: "" })),
    },
    {
      title: `只有公布名单以外的联合体的市州(${unpublished.length} 个)`,
      items: unpublished.map(({ short, consortia }) => ({
        name: short,
        text: consortia.map(({ name }) => name).join("、"),
      })),
    },
    {
      title: `${core}没有联合体服务`,
      items: cities
        .filter(({ unserved }) => unserved.length > 0)
        .map(({ short, unserved }) => ({ name: short, text: industryNames(coverage, unserved) })),
    },
    {
      title: `${core}有没有联合体服务不明`,
      items: cities
        .filter(({ unknown }) => unknown.length > 0)
        .map((city) => ({ name: city.short, text: `${industryNames(coverage, city.unknown)}(${silentShare(city)})` })),
    },
    {
      title: "不知道在哪个市州的联合体",
      items: unplaced.map(({ name, files }) => ({ name, text: files.join("、") })),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}

function silentShare({ consortia }: CityCoverage): string {
  const silent = consortia.filter(({ industries }) => industries === undefined);
  return `${silent.length}/${consortia.length} 个联合体没有填`;
}
