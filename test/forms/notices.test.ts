import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Form } from "../../src/index.js";
import type { Field } from "../../src/model/field.js";
import type { LayoutLine } from "../../src/model/layout.js";
import type { Tracking } from "../../src/model/tracking.js";
import { forms, root } from "../support/check.js";

// The form's data against the notices themselves: what they print is printed to the letter.

const form = (await forms.open("hunan-2024")) as Form;
const kind = form.documents.推荐书 as Form["documents"][string];
/** Spaces differ between print and data, and nothing else may. */
const tight = (text: string) => text.replace(/\s/gu, "");
const notice = (name: string) => tight(readFileSync(path.join(root, "docs/notices", `${name}.txt`), "utf8"));
const notice23 = notice("湘教通〔2024〕23号");
const notice116 = notice("湘教通〔2024〕116号");
const attachment3 = notice23.slice(
  notice23.indexOf("市域产教联合体推荐书联合体名称"),
  notice23.indexOf("附件4市域产教联合体推荐名单汇总表"),
);

describe("clauses", () => {
  const all = Object.entries(form.documents).flatMap(([name, each]) =>
    Object.entries(each.rules).map(([id, { clause }]) => ({
      name,
      id,
      clause,
      source: clause.notice ?? each.notice ?? form.notice,
    })),
  );

  it.each(all)("$name: $id quotes the notice to the letter", ({ clause, source }) => {
    expect(source === form.notice ? notice23 : notice116).toContain(tight(clause.quote));
  });

  it("of what is owed after approval are in the notice that asks for it", () => {
    const { clause, removal } = form.tracking as Tracking;
    expect(notice116).toContain(tight(clause.quote));
    expect(notice116).toContain(tight(removal.clause.quote));
  });

  it("about a consortium in every city quotes it too", () => {
    expect(notice23).toContain(tight(form.coverage?.clause.quote ?? "missing"));
  });
});

describe("labels", () => {
  /** Ours: not printed on the form, or only a part of what is. */
  const OWN = [
    "表单",
    "时间",
    "产业",
    "近三年无违法违规",
    "情况说明",
    "支撑材料",
    "职务",
    "联系方式",
    "转化率",
    "到账经费",
  ];

  it("are the printed ones", () => {
    const labels: string[] = [];
    const walk = (field: Field) => {
      if (!OWN.includes(field.key)) labels.push(field.title);
      field.children.forEach(walk);
    };
    kind.root.children.forEach(walk);
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter((label) => !attachment3.includes(tight(label).replace(/^（拟）$/u, "(拟)")))).toEqual([]);
  });

  it("and limits stand in the notice beside each other", () => {
    const limits = [...attachment3.matchAll(/不超过(\d+)字|(\d+)字以内/gu)].map((match) =>
      Number(match[1] ?? match[2]),
    );
    const own: number[] = [];
    const walk = (field: Field) => {
      if (field.wordLimit !== undefined) own.push(field.wordLimit);
      field.children.forEach(walk);
    };
    walk(kind.root);
    expect(own).toEqual(limits);
  });

  it("of the layout are printed, all of them", () => {
    const lines: LayoutLine[] = (kind.layout?.blocks ?? []).flatMap((block) => [
      ...(block.cover ?? []),
      ...(block.frame ?? []),
      ...(block.rows ?? []).flat().flatMap((cell) => cell.lines ?? cell),
    ]);
    const fixed = [
      ...lines.flatMap(({ text, footnote }) => [text ?? "", footnote ?? ""]),
      ...(kind.layout?.blocks ?? []).flatMap(({ title, heading, page }) => [
        typeof title === "string" ? title : "",
        heading ?? "",
        ...(page?.items ?? []),
      ]),
    ];
    const strange = fixed.map(tight).filter((text) => !attachment3.includes(text));
    expect(strange).toEqual([]);
  });
});

describe("附件2", () => {
  it("has its 26 points in the words of the notice", () => {
    const points = kind.indicators?.groups.flatMap(({ points: each }) => each) ?? [];
    expect(points).toHaveLength(26);
    expect(points.filter(({ text }) => !notice23.includes(tight(text)))).toEqual([]);
  });
});

describe("附件1", () => {
  const { cities = [], industries = [] } = form.registers.industries ?? {};

  it("is 16 industries by 14 cities whose totals add up as printed", () => {
    expect([industries.length, cities.length]).toEqual([16, 14]);
    for (const { code, cities: marks, total } of industries)
      expect([code, Object.keys(marks).length]).toEqual([code, total]);
    for (const { printed, total } of cities)
      expect([printed, industries.filter((each) => each.cities[printed]).length]).toEqual([printed, total]);
    expect(industries.reduce((sum, { total }) => sum + total, 0)).toBe(102);
  });

  it("has every row as the notice prints it", () => {
    const lines = readFileSync(path.join(root, "docs/notices/湘教通〔2024〕23号.txt"), "utf8").split("\n");
    for (const { code, name, cities: marks, total } of industries) {
      const row = lines.find((line) => line.includes(`${code}: ${name}\t`)) ?? "";
      const cells = row.slice(row.indexOf(name) + name.length + 1).split("\t");
      expect([code, ...cells]).toEqual([code, ...cities.map(({ printed }) => marks[printed] ?? ""), String(total)]);
    }
  });

  it("names cities that the form lets one recommend, and codes it lets one choose", () => {
    const schema = kind.schema as { properties: Record<string, { enum: string[] }> };
    expect(schema.properties.推荐市州?.enum.slice(0, 14).sort()).toEqual(cities.map(({ name }) => name).sort());
    expect(JSON.stringify(kind.schema)).toContain(JSON.stringify(industries.map(({ code }) => code)));
  });
});

describe("湘教通〔2024〕116号", () => {
  const consortia = form.registers.roster?.consortia ?? [];

  it("has its 21 consortia with parks and leads as printed", () => {
    expect(consortia).toHaveLength(21);
    for (const { no, name, parks, schools, enterprises } of consortia) {
      expect(notice116).toContain(
        tight(`${no}${name}${parks.join("、")}${schools.join("、")}${enterprises.join("、")}`),
      );
    }
  });

  it("leaves 邵阳, 永州 and 湘西 without one", () => {
    const served = new Set(consortia.map(({ inferredCity }) => inferredCity));
    const without = form.registers.industries?.cities.map(({ name }) => name).filter((name) => !served.has(name));
    expect(without).toEqual(["邵阳市", "永州市", "湘西土家族苗族自治州"]);
  });
});
