import { type Coverage, type CoverageCell, cellSign } from "../model/coverage.js";
import type { Sheet, SheetCell } from "../model/summary.js";

const TONES = { served: "good", unserved: "bad", unknown: "unknown" } as const;

/** Coverage as sheets: industries × cities with what each cell rests on, then the consortia. */
export function coverageSheets(coverage: Coverage): Sheet[] {
  const { cities, industries, marks, unplaced } = coverage;
  const { terms } = coverage.presentation;
  const consortia = [
    ...cities.flatMap((city) => city.consortia.map((each) => ({ ...each, city: city.name }))),
    ...unplaced.map((each) => ({ ...each, city: "不明" })),
  ];
  return [
    {
      name: "覆盖情况",
      keep: 2,
      columns: [
        { title: "代码", width: 7 },
        { title: "产业", width: 12 },
        ...cities.map(({ short }) => ({ title: short, width: 14 })),
      ],
      rows: [
        [
          undefined,
          `${terms.consortium}(个)`,
          ...cities.map(({ consortia: own }): SheetCell => (own.length > 0 ? own.length : { text: "0", tone: "bad" })),
        ],
        ...industries.map(({ code, name, cells }) => [code, name, ...cells.map((cell) => cellOf(cell, marks))]),
      ],
    },
    {
      name: terms.consortium,
      keep: 2,
      columns: [
        { title: "名单序号", width: 10 },
        { title: "名称", width: 44 },
        { title: terms.city, width: 18 },
        { title: "产业代码", width: 20 },
        { title: "文件", width: 50 },
      ],
      rows: consortia.map(({ published, name, city, industries: codes, files }) => [
        published,
        name,
        city,
        codes?.join("、") ?? { text: "不明:没有填", tone: "unknown" },
        files.join("\n"),
      ]),
    },
  ];
}

/** Mark, sign and who serves it; an industry the province has not placed in the city is no gap. */
function cellOf(cell: CoverageCell, marks: Coverage["marks"]): SheetCell {
  const sign = cellSign(cell, marks);
  if (sign === "") return undefined;
  return { text: [`${cell.mark ?? ""} ${sign}`.trim(), ...cell.served].join("\n"), tone: TONES[cell.state] };
}
