import { hasPassed, isDay } from "../model/dates.js";
import { createDiagnostic, type Diagnostic } from "../model/diagnostic.js";
import type { Source } from "../model/document.js";
import { closestMatches, didYouMean } from "../text/did-you-mean.js";
import { withoutInvisible } from "../text/invisible.js";
import { valueAt } from "../text/json-pointer.js";

/** A file of waivers that has been read. */
export interface WaiverFile {
  source: Source;
  /** Converts a file name of a finding to the name that waivers use, which is relative to the waivers' own folder. */
  nameOf(file: string): string;
}

/** Result of applying waivers. */
export interface WaiverResult {
  /** The findings that are not waived, and the problems of the waivers themselves. */
  diagnostics: Diagnostic[];
  /** How many findings were waived. */
  waived: number;
}

/** A complete waiver. */
interface Waiver {
  /** Position in the file, from 0. */
  index: number;
  rule: string;
  file: string;
  pointer: string;
  /** The last day on which it applies, YYYY-MM-DD. */
  until: string;
}

const KEYS = ["规则", "文件", "位置", "理由", "批准人", "有效期至"] as const;

/**
 * Removes the findings that are waived. A waiver names a rule, a file and a pointer, and has a reason and an expiry
 * date. Of several for the same finding, the one that lasts longest counts: people renew a waiver by adding another. A
 * waiver that has expired, matches no finding or is incomplete becomes a finding itself.
 * @param files the files that were checked; a waiver for any other file need not match
 * @param rules ids of the rules that can be waived
 * @param today YYYY-MM-DD
 */
export function applyWaivers(
  diagnostics: Diagnostic[],
  { source, nameOf }: WaiverFile,
  { files, rules, today }: { files: string[]; rules: string[]; today: string },
): WaiverResult {
  const { waivers, problems } = readWaivers(source, rules);
  const used = new Set<Waiver>();
  const renewed = new Set<Waiver>();
  // what nobody sees is left out of the waivers, so it is left out of the names of files too
  const comparable = (file: string) => withoutInvisible(nameOf(file));
  const remaining = diagnostics.filter((each) => {
    const [waiver, ...earlier] = waivers
      .filter(
        ({ rule, file, pointer }) => rule === each.ruleId && pointer === each.pointer && file === comparable(each.file),
      )
      .sort((a, b) => Number(a.until < b.until) - Number(a.until > b.until));
    if (!waiver) return true;
    used.add(waiver);
    for (const other of earlier) if (other.until < waiver.until) renewed.add(other);
    return hasPassed(waiver.until, today);
  });
  const checked = new Set(files.map(comparable));
  for (const waiver of waivers.filter((each) => !renewed.has(each))) {
    const { index, rule, file, until } = waiver;
    if (used.has(waiver) && hasPassed(until, today))
      problems.push(
        problem(
          source,
          `/${index}/有效期至`,
          "waiver/expired",
          `对 ${rule} 的豁免已于 ${until} 到期`,
          "重新批准后改日期,或删去这一条",
        ),
      );
    if (!used.has(waiver) && checked.has(file))
      problems.push(
        problem(
          source,
          `/${index}/位置`,
          "waiver/unused",
          `这条豁免没有用上:${file} 的这个位置没有 ${rule} 的问题`,
          "问题已经改好就删去这一条;否则检查规则、文件、位置(validate --format json 里有)",
        ),
      );
  }
  return { diagnostics: [...remaining, ...problems], waived: diagnostics.length - remaining.length };
}

/** Reads the waivers, and reports those that are incomplete or wrong. */
function readWaivers(source: Source, rules: string[]): { waivers: Waiver[]; problems: Diagnostic[] } {
  const { data } = source;
  const wrong = (pointer: string, message: string, hint: string) =>
    problem(source, pointer, "waiver/invalid", message, hint);
  if (data === null) return { waivers: [], problems: [] };
  if (!Array.isArray(data))
    return { waivers: [], problems: [wrong("", "豁免文件要写成列表", `每条以“- ”开头,下面写:${KEYS.join("、")}`)] };
  const problems: Diagnostic[] = [];
  const waivers = data.flatMap((entry, index): Waiver[] => {
    const before = problems.length;
    const at = (key: (typeof KEYS)[number]) => {
      const value = valueAt(entry, `/${key}`);
      return typeof value === "string" ? value.trim() : "";
    };
    for (const key of KEYS)
      if (at(key) === "" && !(key === "位置" && valueAt(entry, "/位置") === ""))
        problems.push(wrong(`/${index}`, `豁免没有写“${key}”`, `每条都要写:${KEYS.join("、")}`));
    for (const key of entry && typeof entry === "object" ? Object.keys(entry) : [])
      if (!KEYS.some((each) => each === key))
        problems.push(
          wrong(
            `/${index}/${key}`,
            `豁免里没有“${key}”这一项`,
            didYouMean(closestMatches(key, [...KEYS])) ?? `可以写:${KEYS.join("、")}`,
          ),
        );
    const [rule, until] = [at("规则"), at("有效期至")];
    if (rule !== "" && !rules.includes(rule))
      problems.push(
        wrong(
          `/${index}/规则`,
          `没有“${rule}”这条规则,或它不能豁免`,
          didYouMean(closestMatches(rule, rules)) ?? "规则见 ptc explain",
        ),
      );
    if (until !== "" && !isDay(until))
      problems.push(wrong(`/${index}/有效期至`, "有效期不是日期", "写成 2024-12-31 这样,要真有这一天"));
    if (problems.length > before) return [];
    const file = at("文件").replaceAll("\\", "/").replace(/^\.\//u, "");
    return [{ index, rule, file, pointer: at("位置"), until }];
  });
  return { waivers, problems };
}

function problem(
  source: Source,
  pointer: string,
  ruleId: "waiver/invalid" | "waiver/expired" | "waiver/unused",
  message: string,
  hint: string,
): Diagnostic {
  return createDiagnostic({ ruleId, file: source.file, pointer, place: source.locate(pointer), message, hint });
}
