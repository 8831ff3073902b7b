import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { countBySeverity, markdown, type Report } from "../../../src/index.js";
import { showControlCharacters } from "../../../src/text/printable.js";
import { checkFiles, checkTexts } from "../../support/check.js";
import { hostileReport } from "../../support/hostile-report.js";

const tables = (text: string) => marked.lexer(text).filter((token): token is Tokens.Table => token.type === "table");

/** What a reader sees of a cell: its HTML without tags, references resolved. */
function seen(cell: Tokens.TableCell): string {
  const html = marked.parseInline(cell.text) as string;
  return html
    .replace(/<!--.*?-->/gu, "")
    .replaceAll("<br>", "\n")
    .replace(/<[^>]*>/gu, (tag) => `⟪${tag}⟫`)
    .replace(/&(?:#(\d+)|(\w+));/gu, (_, code, name) =>
      code ? String.fromCodePoint(Number(code)) : ({ lt: "<", gt: ">", amp: "&", quot: '"' }[name as string] ?? "?"),
    );
}

const kinds = (tokens: Token[]): string[] =>
  tokens.flatMap((token) => [token.type, ...kinds("tokens" in token ? (token.tokens ?? []) : [])]);

describe("Markdown", () => {
  it("heads a table a file with the counts, names both files of a clash, and lists drafts", async () => {
    const base = "examples/hunan-2024/broken/一园两报";
    const report = await checkFiles([`${base}/乙.yaml`, `${base}/甲.yaml`, "examples/hunan-2024/application.yaml"], {
      draft: true,
      base,
    });
    const text = await markdown(report);
    expect(text.split("\n").slice(0, 3)).toEqual(["## ❌ 校验:1 个错误,1 个警告", "", "检查了 3 份文件"]);
    expect(text).toContain("### 甲.yaml(1 个错误,1 个警告)");
    const [table] = tables(text);
    expect(seen(table?.rows[0]?.[2] as Tokens.TableCell)).toMatch(/\n另见 乙\.yaml 第 7 行:这里写的是/u);
    expect(text).toContain("没有发现问题:../../application.yaml");
    expect(text).not.toMatch(/没有发现问题:.*乙/u);
    expect(text).toMatch(/^- 乙\.yaml:\d+ 项$/mu);
  });

  it("says so when all is well", async () => {
    const report = await checkFiles(["examples/hunan-2024/application.yaml"]);
    expect(await markdown(report)).toBe("## ✅ 校验:没有发现问题\n\n检查了 1 份文件\n");
  });

  it("keeps its shape and says what was meant, whatever names and values hold", async () => {
    const report: Report = hostileReport();
    const text = await markdown(report);
    const found = tables(text);
    expect(found).toHaveLength(report.diagnostics.length);
    for (const [index, { message, hint, clause, related }] of report.diagnostics.entries()) {
      const [row = []] = found[index]?.rows ?? [];
      expect(found[index]?.rows).toHaveLength(1);
      expect(row).toHaveLength(6);
      const [, , what, how, why] = row.map(seen);
      const others = related.map(
        (other) =>
          `\n另见 ${showControlCharacters(other.file)} 第 ${index + 1} 行:${showControlCharacters(other.message).trim()}`,
      );
      expect(what).toBe(showControlCharacters(message).trim() + others.join(""));
      expect([how, why]).toEqual([hint, clause].map((each) => showControlCharacters(each as string).trim()));
    }
    const allowed = ["heading", "space", "paragraph", "text", "table", "list", "list_item", "html", "escape"];
    expect(kinds(marked.lexer(text)).filter((kind) => !allowed.includes(kind))).toEqual([]);
    expect(marked.parse(text)).not.toMatch(/<(?:a|img|em|strong|code|del|b)\b/u);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u2028-\u202e]|@\w|:\/\//u);
  });

  it("stays below what GitHub takes for a comment, errors first, and says how many are left out", async () => {
    const names = Array.from({ length: 400 }, (_, index) => `县${index}/推荐书.yaml`);
    const text = "表单: hunan-2024/推荐书\n联合体名称: 甲\n牵头学校: 乙\n";
    const report = await checkTexts(Object.fromEntries(names.map((name) => [name, text])), { draft: true });
    const { errors, warnings } = countBySeverity(report.diagnostics);
    const cut = await markdown(report);
    expect(cut.length).toBeLessThanOrEqual(65_536);
    expect(cut.length).toBeGreaterThan(60_000);
    const rows = tables(cut).flatMap((table) => table.rows);
    const severities = rows.map((row) => seen(row[1] as Tokens.TableCell));
    const shown = { errors: severities.filter((each) => each === "错误").length, warnings: 0 };
    shown.warnings = rows.length - shown.errors;
    expect(rows.every((row) => row.length === 6)).toBe(true);
    expect(shown.errors < errors ? shown.warnings : 0).toBe(0);
    const left = errors + warnings - rows.length;
    expect(left).toBeGreaterThan(0);
    expect(cut).toContain(
      `\n\n**还有 ${left} 条没有列出**(${errors - shown.errors} 个错误,${warnings - shown.warnings} 个警告):这里放不下。看全部:ptc validate … --format concise\n\n`,
    );
    expect(cut.endsWith("草稿还没有填完的有 400 份\n")).toBe(true);
  });
});
