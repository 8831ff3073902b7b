import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

// Speaks with the YAML language server, the one editors use, as an editor does.

export interface EditorDiagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

export interface Editor {
  /** What the server marks in a text, once it has looked. */
  diagnose(file: string, text: string): Promise<EditorDiagnostic[]>;
  hover(file: string, line: number, character: number): Promise<string>;
  /** Labels offered. */
  complete(file: string, line: number, character: number): Promise<string[]>;
  close(): void;
}

type Message = { id?: number; method?: string; params?: unknown; result?: unknown };

/** Opens a folder. @param settings the workspace's, as VS Code keeps them */
export async function openEditor(folder: string, settings: Record<string, unknown>): Promise<Editor> {
  const program = path.join(
    path.dirname(createRequire(import.meta.url).resolve("yaml-language-server/package.json")),
    "bin/yaml-language-server",
  );
  const server = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const yaml = Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => (key.startsWith("yaml.") ? [[key.slice(5), value]] : [])),
  );
  const wire = new Wire(server, ({ items }) => items.map(({ section }) => (section === "yaml" ? yaml : {})));
  const uri = pathToFileURL(folder).href;
  const uriOf = (file: string) => pathToFileURL(path.join(folder, file)).href;
  await wire.ask("initialize", {
    processId: process.pid,
    rootPath: folder,
    rootUri: uri,
    workspaceFolders: [{ uri, name: path.basename(folder) }],
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
  });
  wire.tell("initialized", {});
  wire.tell("workspace/didChangeConfiguration", { settings: { yaml } });
  let version = 0;
  return {
    async diagnose(file, text) {
      version += 1;
      const textDocument = { uri: uriOf(file), languageId: "yaml", version, text };
      const marked = wire.next("textDocument/publishDiagnostics", textDocument.uri);
      wire.tell("textDocument/didOpen", { textDocument });
      const { diagnostics } = (await marked) as { diagnostics: EditorDiagnostic[] };
      return diagnostics;
    },
    async hover(file, line, character) {
      const params = { textDocument: { uri: uriOf(file) }, position: { line, character } };
      const result = (await wire.ask("textDocument/hover", params)) as { contents: { value: string } } | null;
      return result?.contents.value ?? "";
    },
    async complete(file, line, character) {
      const params = { textDocument: { uri: uriOf(file) }, position: { line, character } };
      const result = (await wire.ask("textDocument/completion", params)) as { items: { label: string }[] };
      return result.items.map(({ label }) => label);
    },
    close: () => void server.kill(),
  };
}

class Wire {
  readonly #server: ChildProcess;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #listening: { method: string; uri: string; take: (params: unknown) => void }[] = [];
  #received = Buffer.alloc(0);
  #asked = 0;

  constructor(server: ChildProcess, configure: (params: { items: { section: string }[] }) => unknown) {
    this.#server = server;
    server.stdout?.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let message = this.#take(); message; message = this.#take()) {
        const { id, method, params, result } = message;
        if (id !== undefined && method !== undefined)
          this.#send({ id, result: method === "workspace/configuration" ? configure(params as never) : null });
        else if (id !== undefined) this.#waiting.get(id)?.(result);
        else this.#hear(method as string, params as { uri?: string });
      }
    });
  }

  ask(method: string, params: unknown): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const answered = new Promise<unknown>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    return answered;
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  next(method: string, uri: string): Promise<unknown> {
    return new Promise((take) => this.#listening.push({ method, uri, take }));
  }

  #hear(method: string, params: { uri?: string }): void {
    const at = this.#listening.findIndex((each) => each.method === method && each.uri === params.uri);
    if (at >= 0) this.#listening.splice(at, 1)[0]?.take(params);
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#server.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #take(): Message | undefined {
    const end = this.#received.indexOf("\r\n\r\n");
    const length = Number(/Content-Length: (\d+)/u.exec(this.#received.toString("latin1", 0, Math.max(0, end)))?.[1]);
    if (end < 0 || this.#received.length < end + 4 + length) return undefined;
    const message = JSON.parse(this.#received.toString("utf8", end + 4, end + 4 + length));
    this.#received = this.#received.subarray(end + 4 + length);
    return message;
  }
}
