import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fontWarning } from "../../../src/io/office/pdf-fonts.js";
import { type PdfResult, type WordFile, wordToPdf } from "../../../src/io/office/word-to-pdf.js";
import { OfficeError } from "../../../src/model/errors.js";
import { root } from "../../support/check.js";
import { emptyFolder } from "../../support/run.js";
import { tools } from "../../support/tools.js";

const WORD = readFileSync(path.join(root, "templates/hunan-2024/推荐书.docx"));
/** What a fake LibreOffice needs to be: a script. */
const posix = process.platform !== "win32";

/** The system's temporary folder during a test: what is left in it was forgotten. */
let temporary: string;

beforeEach(() => {
  temporary = emptyFolder();
  vi.stubEnv("TMPDIR", temporary);
  vi.stubEnv("TEMP", temporary);
});

afterEach(() => {
  vi.unstubAllEnvs();
  expect(readdirSync(temporary).filter((name) => name.startsWith("ptc-pdf-"))).toEqual([]);
});

/** A LibreOffice that is a shell script; `$HERE` in it is its own folder. */
function fake(script: string): { program: string; here: string } {
  const here = emptyFolder();
  const program = path.join(here, "soffice");
  writeFileSync(program, `#!/bin/sh\nHERE='${here}'\n${script}\n`);
  chmodSync(program, 0o755);
  return { program, here };
}

/** Shell: the documents named, one after another as $file. */
const EACH = `for file in "$@"; do case "$file" in *.docx) ;; *) continue;; esac; name="\${file%.docx}"`;
const WRITE = `printf '%%PDF-1.6 %s\\n%%%%EOF\\n' "$(tail -c 4 "$file")" > "$name.pdf"`;

/** A Word file as far as can be seen without opening it, that ends in these four letters. */
const word = (letters: string): WordFile => ({ name: letters, bytes: Buffer.from(`PK  ${letters}`) });

function running(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

const pidIn = (file: string) => Number(readFileSync(file, "utf8"));

describe.skipIf(!tools.soffice)("LibreOffice", () => {
  it("makes a PDF of each Word file and says which it cannot read", async () => {
    const parts = unzipSync(WORD);
    const document = parts["word/document.xml"] as Uint8Array;
    const torn = zipSync({ ...parts, "word/document.xml": document.subarray(0, document.length / 2) });
    const results = await wordToPdf([
      { name: "断掉的", bytes: torn },
      { name: "--help 好.docx", bytes: WORD },
      { name: "半个", bytes: WORD.subarray(0, 5000) },
      { name: "PK 开头的文本", bytes: Buffer.from("PK 开头的文本") },
      { name: "空", bytes: new Uint8Array() },
      { name: "../好", bytes: WORD },
    ]);
    const cannot = expect.stringMatching(/^LibreOffice 没有写出 PDF.*打不开这份 Word.*“另存为 PDF”$/u);
    const seen = ({ pdf, problem }: PdfResult) => problem ?? Buffer.from(pdf).toString("latin1", 0, 5);
    expect(results.map((result) => [result.name, seen(result)])).toEqual([
      ["断掉的", cannot],
      ["--help 好.docx", "%PDF-"],
      ["半个", cannot],
      ["PK 开头的文本", cannot],
      ["空", "这不是 Word 文件(.docx),没有转成 PDF"],
      ["../好", "%PDF-"],
    ]);
  });

  it("two runs side by side do not disturb each other", async () => {
    const runs = await Promise.all([1, 2].map((name) => wordToPdf([{ name: String(name), bytes: WORD }])));
    expect(runs.flat().map(({ name, pdf }) => [name, pdf !== undefined])).toEqual([
      ["1", true],
      ["2", true],
    ]);
  });

  const [plain, fangsong] = ["Noto Sans CJK SC", "FandolFang"].map(fontFolder);
  it.skipIf(!plain || !fangsong)("finds 仿宋 under another name, and is found out when there is none", async () => {
    const withFonts = async (...folders: (string | undefined)[]) => {
      const settings = path.join(emptyFolder(), "fonts.conf");
      const listed = folders.map((folder) => `<dir>${folder}</dir>`).join("");
      writeFileSync(settings, `<fontconfig>${listed}<cachedir>${path.dirname(settings)}</cachedir></fontconfig>`);
      const env = { ...process.env, FONTCONFIG_FILE: settings };
      const [result] = await wordToPdf([{ name: "form", bytes: WORD }], { env });
      return fontWarning(result?.pdf as Uint8Array, "仿宋_GB2312");
    };
    expect(await withFonts(plain)).toContain("改用了 NotoSansCJK");
    expect(await withFonts(plain, fangsong)).toBeUndefined();
  });

  it("fetches nothing a document links to", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const [result] = await wordToPdf([
      { name: "带链接", bytes: withLinkedPicture(`http://127.0.0.1:${port}/picture.png`) },
    ]);
    server.close();
    expect(result?.pdf).toBeDefined();
    expect(asked).toEqual([]);
  });
});

/** Where fontconfig finds fonts of this family; none without fontconfig. */
function fontFolder(family: string): string | undefined {
  const { stdout } = spawnSync("fc-list", [family, "file"], { encoding: "utf8" });
  const [file] = (stdout ?? "").split(":");
  return file && path.dirname(file);
}

/** The form with a picture on its first page that lies elsewhere. */
function withLinkedPicture(address: string): Uint8Array {
  const parts = unzipSync(WORD);
  const edit = (part: string, from: string, to: string) => {
    const text = strFromU8(parts[part] as Uint8Array);
    expect(text).toContain(from);
    parts[part] = strToU8(text.replace(from, to));
  };
  const schemas = "http://schemas.openxmlformats.org";
  edit(
    "word/_rels/document.xml.rels",
    "</Relationships>",
    `<Relationship Id="far" Type="${schemas}/officeDocument/2006/relationships/image" Target="${address}" TargetMode="External"/></Relationships>`,
  );
  edit(
    "word/document.xml",
    "<w:body>",
    `<w:body><w:p><w:r><w:drawing><wp:inline xmlns:wp="${schemas}/drawingml/2006/wordprocessingDrawing"><wp:extent cx="999999" cy="999999"/><wp:docPr id="9001" name="far"/><a:graphic xmlns:a="${schemas}/drawingml/2006/main"><a:graphicData uri="${schemas}/drawingml/2006/picture"><pic:pic xmlns:pic="${schemas}/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="9001" name="far"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="${schemas}/officeDocument/2006/relationships" r:link="far"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="999999" cy="999999"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
  );
  return zipSync(parts);
}

describe.skipIf(!posix)("a LibreOffice that misbehaves", () => {
  it("loses only the document it dies of", async () => {
    const office = fake(`${EACH}; grep -q dies "$file" && { echo 'Fatal: no more' >&2; exit 7; }; ${WRITE}; done`);
    const results = await wordToPdf([word("good"), word("dies"), word("fine")], { office });
    expect(results.map(({ name, pdf }) => [name, pdf && Buffer.from(pdf).toString()])).toEqual([
      ["good", "%PDF-1.6 good\n%%EOF\n"],
      ["dies", undefined],
      ["fine", "%PDF-1.6 fine\n%%EOF\n"],
    ]);
    expect(results[1]?.problem).toBe(
      "LibreOffice 中途退出(Fatal: no more),没有转成 PDF;可以用 Word 或 WPS 打开 .docx,“另存为 PDF”",
    );
  });

  it("loses only the document it hangs on, and leaves no program of its own behind", async () => {
    // a PDF begun but not finished is none
    const hang = `{ printf %%PDF-1.6 > "$name.pdf"; sleep 300 & echo $! > "$HERE/pid"; wait; }`;
    const office = fake(`${EACH}; grep -q hang "$file" && ${hang}; ${WRITE}; done`);
    const results = await wordToPdf([word("good"), word("hang"), word("fine")], { office, limit: 1500 });
    expect(results.map(({ pdf }) => pdf !== undefined)).toEqual([true, false, true]);
    expect(results[1]?.problem).toBe("LibreOffice 转换超过 2 秒,已停止;可以用 Word 或 WPS 打开 .docx,“另存为 PDF”");
    await vi.waitFor(() => expect(running(pidIn(path.join(office.here, "pid")))).toBe(false));
  });

  it("gives up when it hangs on everything", async () => {
    const office = fake(`echo run >> "$HERE/runs"; sleep 300`);
    const names = ["doc1", "doc2", "doc3", "doc4", "doc5", "doc6"];
    const results = await wordToPdf(names.map(word), { office, limit: 500 });
    expect(results.every(({ problem }) => problem?.startsWith("LibreOffice 转换超过 1 秒"))).toBe(true);
    expect(readFileSync(path.join(office.here, "runs"), "utf8").match(/run/gu)).toHaveLength(4);
  });

  it("is found out when it ends well but has written nothing", async () => {
    const [result] = await wordToPdf([word("lost")], { office: fake("exit 0") });
    expect(result?.problem).toMatch(/^LibreOffice 没有写出 PDF.*“另存为 PDF”$/u);
  });

  it("is named when it does not start", async () => {
    const { program } = fake("");
    chmodSync(program, 0o644);
    const run = wordToPdf([word("good")], { office: { program } });
    await expect(run).rejects.toThrow(OfficeError);
    await expect(run).rejects.toThrow(`LibreOffice 启动不了:${program}(EACCES)`);
  });

  it("is not started for nothing", async () => {
    const office = fake(`touch "$HERE/started"`);
    expect(await wordToPdf([], { office })).toEqual([]);
    expect(await wordToPdf([{ name: "文本", bytes: Buffer.from("文本") }], { office })).toMatchObject([
      { name: "文本", problem: "这不是 Word 文件(.docx),没有转成 PDF" },
    ]);
    expect(existsSync(path.join(office.here, "started"))).toBe(false);
  });

  it("works where its package lets it see files", async () => {
    const office = fake(`echo "$@" > "$HERE/args"; ${EACH}; ${WRITE}; done`);
    const folder = path.join(emptyFolder(), "snap", "common");
    const results = await wordToPdf([word("good")], { office: { ...office, folder } });
    expect(results[0]?.pdf).toBeDefined();
    expect(readFileSync(path.join(office.here, "args"), "utf8")).toContain(` ${folder}/ptc-pdf-`);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("is stopped by %s, and everything put away", async (signal) => {
    const office = fake(`sleep 300 & echo $! > "$HERE/new"; mv "$HERE/new" "$HERE/pid"; wait`);
    const program = `
      import { wordToPdf } from ${JSON.stringify(path.join(root, "src/io/office/word-to-pdf.ts"))};
      await wordToPdf([{ name: "x", bytes: Buffer.from("PK") }], { office: { program: ${JSON.stringify(office.program)} } });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      cwd: root,
      stdio: "ignore",
    });
    const pid = path.join(office.here, "pid");
    await vi.waitFor(() => expect(existsSync(pid)).toBe(true), 20_000);
    expect(running(pidIn(pid))).toBe(true);
    child.kill(signal);
    const [, killedBy] = await once(child, "exit");
    expect(killedBy).toBe(signal);
    await vi.waitFor(() => expect(running(pidIn(pid))).toBe(false));
  });
});

it("without LibreOffice, says what to install before anything is written", async () => {
  const nowhere = { PATH: emptyFolder(), SOFFICE: "/nowhere/soffice" };
  await expect(wordToPdf([word("good")], { env: nowhere })).rejects.toThrow(OfficeError);
});
