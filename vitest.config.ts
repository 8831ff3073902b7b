import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/**
 * Tests that start other programs (LibreOffice, Python, a browser, npm, ptc itself) or throw a lot at the code.
 * They take most of the time of the suite.
 */
const ORACLES = [
  "test/hostile/**",
  "test/package/**",
  "test/editor/**",
  "test/report/province/browser",
  "test/cli/{many-files,render,repository,shared-repo,watch,write-output}",
  "test/documents/{edited-templates,hostile-text,list-templates,memory,narratives,other-readers,pages,word-pictures}",
  "test/forms/{next-form,tiny-form}",
  "test/io/{forms/form-catalog,office/word-to-pdf}",
].map((files) => `${files.replace("/**", "/**/*")}.test.ts`);

function project(name: string, include: string[], exclude: string[] = []): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include, exclude } };
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files of one worker share its modules: loading them anew for every file takes longer than most files do.
    isolate: false,
    // Vitest would leave a core to itself, which has little to do.
    maxWorkers: availableParallelism(),
    // Vitest takes projects by name, so what takes long comes first and the cores end together.
    projects: [project("oracles", ORACLES), project("units", ["test/**/*.test.ts"], ORACLES)],
  },
});
