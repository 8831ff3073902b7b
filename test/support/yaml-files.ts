import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./check.js";

/** The YAML files in a folder of the repository and below it. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/u.test(file) && !file.includes("node_modules"))
    .map((file) => path.join(root, folder, file));
}
