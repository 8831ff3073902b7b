import { setMaxListeners } from "node:events";
import { type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from "vitest";
import { Log } from "./log.js";

// Runs each test as usual, and then again for every mutant whose place it has passed. Sources are loaded once, which
// is what takes time. What cannot be judged in this way is left to `try-fresh.ts`.

// each time a test runs it listens for being stopped
setMaxListeners(0);

/** What a worker knows, whichever file it is at. */
const log = new Log(process.env["MUTANTS_LOG"] ?? "");
const killed = new Set<number>();
/** Seconds of work spent on each mutant that is not killed. */
const spent = new Map<number, number>();
const PATIENCE = Number(process.env["MUTANTS_PATIENCE"]);
/** Which mutants of those in the sources are to be tried; all if none is named. */
const WANTED = new Set((process.env["MUTANTS_WANTED"] ?? "").split(",").filter(Boolean).map(Number));

export default class MutantRunner extends TestRunner {
  #seconds = 0;
  readonly #passed = new Set<number>();
  readonly #open = new Set<number>();

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onBeforeRunSuite(suite);
    if ("filepath" in suite) log.write({ kind: "loaded", ids: [...globalThis.mutants.takePassed()] });
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const before = globalThis.mutants.steps;
    const [seconds, failure] = await timed(() => TestRunner.getTestFn(test)());
    this.#seconds += seconds;
    // also what was done before the test
    const passed = globalThis.mutants.takePassed();
    for (const id of passed) this.#passed.add(id);
    if (failure) throw failure;
    await this.#tryMutants(test, passed, 100 * (globalThis.mutants.steps - before) + 1_000_000);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if (!("filepath" in suite)) return;
    const [passed, open] = [[...this.#passed], [...this.#open]];
    const { name: file } = suite as RunnerTestFile;
    log.write({ kind: "file", pid: process.pid, file, seconds: this.#seconds, passed, open });
  }

  /** Runs a test for each mutant it has passed. */
  async #tryMutants(test: RunnerTestCase, passed: Set<number>, fuel: number): Promise<void> {
    for (const event of log.news()) if (event.kind === "killed") for (const id of event.ids) killed.add(id);
    const wanted = [...passed].filter((id) => isWanted(id) && !killed.has(id) && (spent.get(id) ?? 0) < PATIENCE);
    if (wanted.length === 0) return;
    const isRepeatable = !(await this.#again(test)).failure;
    const again = globalThis.mutants.takePassed();
    const tried = wanted.filter((id) => isRepeatable && again.has(id));
    const noticed: number[] = [];
    for (const id of tried) {
      log.write({ kind: "try", id, pid: process.pid });
      Object.assign(globalThis.mutants, { active: id, fuel });
      const { seconds, failure } = await this.#again(test);
      globalThis.mutants.active = 0;
      spent.set(id, (spent.get(id) ?? 0) + seconds);
      if (failure) noticed.push(id);
    }
    // a mutant that has changed what outlives the test makes it fail from then on
    const isSound = isRepeatable && !(await this.#again(test)).failure;
    globalThis.mutants.takePassed();
    if (isSound) log.write({ kind: "killed", ids: noticed, file: test.file.name, pid: process.pid });
    for (const id of wanted) if (!isSound || !again.has(id)) this.#open.add(id);
  }

  /** Runs a test once more, with what is to be done after and before each. */
  async #again(test: RunnerTestCase): Promise<{ seconds: number; failure: unknown }> {
    const suites = suitesOf(test);
    const [seconds, failure] = await timed(async () => {
      for (const suite of suites)
        for (const hook of TestRunner.getSuiteHooks(suite).afterEach) await hook(test.context, suite);
      super.onBeforeTryTask(test);
      for (const suite of suites.toReversed())
        for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) await hook(test.context, suite);
      await TestRunner.getTestFn(test)();
      super.onAfterTryTask(test);
    });
    return { seconds, failure };
  }
}

function isWanted(id: number): boolean {
  return WANTED.size === 0 || WANTED.has(id);
}

/** How many seconds of work something takes - not of waiting, because others may use the machine - and its failure. */
async function timed(work: () => unknown): Promise<[number, unknown]> {
  const before = process.cpuUsage();
  const failure = await Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (error) => error ?? new Error("failed"),
    );
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, failure];
}

/** The suites around a test, the innermost first. */
function suitesOf({ suite, file }: RunnerTestCase): RunnerTestSuite[] {
  const around: RunnerTestSuite[] = [];
  for (let each = suite; each; each = each.suite) around.push(each);
  return [...around, file];
}
