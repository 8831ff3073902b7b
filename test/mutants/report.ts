import { stringify } from "yaml";
import { entryOf, isSame, readAccepted } from "./accepted.js";
import type { Mutant } from "./find-mutants.js";
import { REQUIRED } from "./rooms.js";

export interface Outcome {
  /** All mutants in the files that were asked for. */
  all: Mutant[];
  /** Those that were tried. */
  tried: Mutant[];
  survivors: Mutant[];
  /** Ids of those whose place some test has passed. */
  reached: Set<number>;
}

/**
 * Prints survivors, as they would be listed in `accepted.yaml`, and the score.
 * @returns whether enough were noticed, and the list is of today
 */
export function report({ all, tried, survivors, reached }: Outcome): boolean {
  const accepted = readAccepted();
  const unexplained = survivors.filter((mutant) => !accepted.some((each) => isSame(each, entryOf(mutant))));
  for (const mutant of unexplained) {
    console.log(`\n# ${mutant.file}:${mutant.line}${reached.has(mutant.id) ? "" : "  没有测试走到这里"}`);
    console.log(stringify([entryOf(mutant)], { lineWidth: 0 }).trimEnd());
  }
  const entries = all.map(entryOf);
  const files = new Set(all.map(({ file }) => file));
  const stale = accepted.filter((each) => files.has(each.file) && !entries.some((entry) => isSame(each, entry)));
  for (const { file, line, change } of stale)
    console.log(`\naccepted.yaml 里这一条已经没有了:${file}  ${line}  ${change}`);
  const noticed = tried.length - survivors.length;
  const score = (100 * noticed) / Math.max(1, tried.length);
  const explained = survivors.length - unexplained.length;
  console.log(
    `\n${tried.length} 处改动,测试发现 ${noticed} 处,${score.toFixed(1)} %(要求 ${REQUIRED} %);没有发现的 ${survivors.length} 处中 ${explained} 处在 accepted.yaml 里写了理由`,
  );
  return score >= REQUIRED && stale.length === 0;
}
