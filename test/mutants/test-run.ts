import { BaseSequencer, createVitest, type TestModule, type TestSpecification, type Vitest } from "vitest/node";
import type { Mutant } from "./find-mutants.js";
import { instrumented } from "./instrument.js";

/**
 * Tests that look at the built program, at the text of the sources or through other programs see no mutant. Some others
 * take long and are about rooms that are not in the list.
 */
const LEFT_OUT = [
  "test/{package,editor}/**",
  "test/hostile/{files,formulas,office,plain-yaml,writing,yaml}.test.ts",
  "test/province/browser.test.ts",
  "test/cli/{many-files,watch,repository}.test.ts",
  "test/documents/{memory,other-readers,pages}.test.ts",
  "test/forms/next-form.test.ts",
  "test/io/{load-form,word-to-pdf}.test.ts",
  "test/layers.test.ts",
];

export interface TestRunOptions {
  root: string;
  mutants: Mutant[];
  workers: number;
  env: Record<string, string>;
  /** Stop at the first test that fails. */
  bail?: boolean;
  /** A runner of tests other than vitest's own. */
  runner?: string;
  onModuleEnd(module: TestModule): void;
}

/** Vitest, with mutants in the sources and without what would be slow or leave something behind. */
export function openTests({ root, mutants, workers, env, bail, runner, onModuleEnd }: TestRunOptions): Promise<Vitest> {
  const plugins = [instrumented(root, mutants)];
  return createVitest(
    "test",
    {
      config: false,
      root,
      watch: false,
      cache: false,
      // a mutant must not become what is expected
      update: false,
      include: ["test/**/*.test.ts"],
      exclude: [...LEFT_OUT, "**/node_modules/**"],
      testTimeout: 60_000,
      hookTimeout: 60_000,
      isolate: false,
      maxWorkers: workers,
      bail: bail ? 1 : 0,
      ...(runner !== undefined && { runner }),
      setupFiles: ["test/mutants/switch.ts"],
      env: { ...env, CI: "true" },
      sequence: { sequencer: AsGiven },
      reporters: [{ onTestModuleEnd: onModuleEnd }],
      alias: [{ find: /^.*\/support\/tools\.js$/u, replacement: `${root}/test/mutants/no-tools.ts` }],
    },
    { plugins },
  );
}

/** Runs files of tests in the order they are given in. */
class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}
