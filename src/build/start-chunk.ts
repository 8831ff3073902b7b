import type { OutputOptions, Plugin } from "rolldown";

/** Modules that every run of the most frequent command (`ptc validate`) loads. */
export const START = ["src/cli/main.ts", "src/cli/commands/validate.ts"];

/**
 * Puts what the most frequent command loads into one file. By itself the bundler makes a chunk of every part that two
 * commands share, and to find and read thirty small files takes node longer than to read one.
 * @returns a plugin, which finds the modules, and the option for the output, which uses them
 */
export function startChunk(): { plugin: Plugin; codeSplitting: NonNullable<OutputOptions["codeSplitting"]> } {
  const modules = new Set<string>();
  const plugin: Plugin = {
    name: "start-chunk",
    buildEnd() {
      const follow = (id: string) => {
        if (modules.has(id)) return;
        modules.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) follow(imported);
      };
      for (const id of this.getModuleIds()) if (START.some((start) => id.endsWith(`/${start}`))) follow(id);
    },
  };
  return { plugin, codeSplitting: { groups: [{ name: "start", test: (id) => modules.has(id) }] } };
}
