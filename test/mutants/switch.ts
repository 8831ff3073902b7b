/** Which mutant is active, and which places the code passes. Setup file of vitest, so it is there before any source. */
export class Switch {
  /** Id of the mutant that takes the place of the original; 0 for none. */
  active = 0;
  /** How many more steps the active mutant may take. */
  fuel = Number.POSITIVE_INFINITY;
  /** Steps taken without a mutant. */
  steps = 0;
  /** Mutants whose place the code has passed. */
  passed = new Set<number>();

  /** Called by the source where a mutant could take the place of the original. */
  at(id: number): boolean {
    this.tick();
    if (this.active === 0) this.passed.add(id);
    return id === this.active;
  }

  /** Called by the source in every round of a loop. */
  tick(): void {
    if (this.active === 0) this.steps += 1;
    else {
      this.fuel -= 1;
      if (this.fuel < 0) throw new Error("the mutant does not come to an end");
    }
  }

  /** What was passed since this was last asked. */
  takePassed(): Set<number> {
    const { passed } = this;
    this.passed = new Set();
    return passed;
  }
}

declare global {
  var mutants: Switch;
}

/** Far more steps than any file of tests takes. */
const ENOUGH = 300_000_000;

if (!globalThis.mutants) {
  // files of one worker share it, as they share the sources
  globalThis.mutants = new Switch();
  const { MUTANT } = process.env;
  if (MUTANT) Object.assign(globalThis.mutants, { active: Number(MUTANT), fuel: ENOUGH });
}
