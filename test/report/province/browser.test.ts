import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleTexts, pageOf } from "../../support/province.js";
import { emptyFolder } from "../../support/run.js";
import { tools } from "../../support/tools.js";

// The page as a browser shows it, offline and from a file, as it is opened from a mail.

if (!tools.chromium) console.warn("skipped: no chromium here to look at the province's page with");

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!tools.chromium)("in a browser", { timeout: 120_000 }, () => {
  let context: BrowserContext;
  let page: Page;
  const address = pathToFileURL(path.join(emptyFolder(), "报告.html")).href;
  const noticed: string[] = [];

  beforeAll(async () => {
    const texts = exampleTexts("application.yaml", "city", "tracking", "broken/字数超限.yaml");
    writeFileSync(new URL(address), await pageOf(texts, { linkBase: "https://git.example/repo" }));
    context = await chromium.launchPersistentContext(emptyFolder(), {
      executablePath: tools.chromium as string,
      headless: true,
      args: QUIET,
    });
    page = await context.newPage();
    page.on("console", (message) => noticed.push(message.text()));
    page.on("pageerror", (error) => noticed.push(String(error)));
    page.on("request", (request) => request.url() !== address && noticed.push(request.url()));
    await page.goto(address);
  }, 120_000);

  afterAll(() => context?.close());

  it.each([1280, 390])("fits a window %i wide", async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const [content, window] = (await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as number[];
    expect(window).toBe(width);
    expect(content).toBeLessThanOrEqual(width);
    // what is wider scrolls by itself
    const map = page.getByRole("region", { name: "市州和产业的覆盖情况" });
    const [inner, shown] = await map.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    if (width === 390) expect(inner).toBeGreaterThan(shown as number);
    else expect(inner).toBe(shown);
  });

  it("is told to a screen reader by headings, landmarks, captions and charts in words", async () => {
    const headings = await page.getByRole("heading", { level: 2 }).allTextContents();
    expect(headings).toHaveLength(6);
    expect(headings[0]).toBe("1. 覆盖情况");
    await page.getByRole("banner").waitFor();
    await page.getByRole("main").waitFor();
    expect(await page.getByRole("navigation", { name: "目录" }).getByRole("link").count()).toBe(6);
    const map = page.getByRole("table", { name: "14 个市州 × 16 个产业" });
    expect(await map.getByRole("row", { name: "B1 工程机械" }).getByRole("cell").first().textContent()).toContain(
      "核心产业 有联合体服务 长沙市云麓湾工程机械产教联合体",
    );
    expect(await map.getByRole("columnheader", { name: "湘西自治州" }).count()).toBe(1);
    const chart = page.getByRole("table", { name: "共建专业" }).getByRole("img").first();
    expect(await chart.ariaSnapshot()).toContain("2022 年 18 个,2023 年 24 个");
  });

  it.each(["light", "dark"] as const)(
    "breaks no rule of accessibility in %s, contrast among them",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate(axe.source);
        const found = (await page.evaluate("axe.run({ resultTypes: ['violations', 'incomplete'] })")) as axe.AxeResults;
        const said = found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        expect(said).toEqual([]);
        expect(found.passes.find(({ id }) => id === "color-contrast")).toBeTruthy();
      }
      const dark = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      expect(dark).toBe(colorScheme === "dark" ? "rgb(20, 24, 31)" : "rgb(255, 255, 255)");
    },
  );

  it("is gone through by keyboard, and shows where one is", async () => {
    await page.goto(address);
    const focused = () =>
      page.evaluate(
        "({ text: document.activeElement.textContent, href: document.activeElement.getAttribute('href'), outline: parseFloat(getComputedStyle(document.activeElement).outlineWidth) })",
      ) as Promise<{ text: string; href: string | null; outline: number }>;
    const seen: Awaited<ReturnType<typeof focused>>[] = [];
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press("Tab");
      seen.push(await focused());
    }
    expect(seen.slice(0, 3).map(({ text }) => text)).toEqual(["跳到正文", "覆盖情况", "联合体"]);
    expect(seen.some(({ href }) => href === "https://git.example/repo/application.yaml#L1")).toBe(true);
    for (const { text, outline } of seen) expect(outline, text).toBeGreaterThanOrEqual(2);
    await page.goto(address);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
  });

  it("prints on A4, all of it", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(paper).toBe("rgb(255, 255, 255)");
    const folded = page.locator("details").first();
    expect((await folded.locator("li").first().boundingBox())?.height).toBeGreaterThan(5);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) =>
      [width, height].map((each) => Math.round(Number(each))).join("×"),
    );
    expect(boxes.length).toBeGreaterThan(10);
    expect([...new Set(boxes)].sort()).toEqual(["595×842", "842×595"]);
  });

  it("asked for nothing and complained of nothing", () => {
    expect(noticed).toEqual([]);
  });
});
