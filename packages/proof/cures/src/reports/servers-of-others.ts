import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { InlineConfig } from "vite";
import { execute, runListener } from "../run.ts";
import { runVite } from "../run-vite.ts";
import type { Running } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";

/** A server that the person can't change. */
export const onServersOfOthers: readonly Report[] = [
  {
    name: "mode no-cors at a server of someone else",
    on: "node:http, and the Crossgate gateway on workerd",
    before: { said: "acao-missing", advised: "headers for a server of someone else", cures: false },
    cause: "mode-no-cors",
    async rebuild({ origin }) {
      const api = await runListener((_, response) => void response.end("data"));
      const started: Running[] = [api];
      return {
        question: {
          url: `http://localhost:${api.port}/data`,
          origin,
          mode: "no-cors",
          notMine: true,
        },
        observed: "closed",
        async follow(report) {
          const gateway = await runGateway(snippetOf(report, "crossgate-gateway"));
          started.push(gateway);
          return { url: `http://localhost:${gateway.port}/data`, origin };
        },
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "an API of someone else, while one develops",
    on: "node:http, and Vite",
    before: {
      said: "acao-missing",
      advised: "headers for a server of someone else",
      cures: false,
    },
    cause: "acao-missing",
    async rebuild({ origin }) {
      const api = await runListener((_, response) => void response.end("data"));
      const started: Running[] = [api];
      return {
        question: { url: `http://localhost:${api.port}/data`, origin, notMine: true },
        async follow(report) {
          const vite = await runVite(
            (await execute(`return { ${snippetOf(report, "vite")} }`, {})) as InlineConfig,
          );
          started.push(vite);
          const own = `http://localhost:${vite.port}`;
          return { url: `${own}/data`, origin: own };
        },
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
];

/** The gateway with the variables of a printed `deploy`, on workerd. */
async function runGateway(command: string): Promise<Running> {
  const root = fileURLToPath(new URL("../../../../../workers/gateway/", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [`${root}src/worker.ts`],
    bundle: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*", "node:*"],
    logLevel: "silent",
  });
  const variables = [...command.matchAll(/--var (\w+):(\S+)/g)];
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? "",
    compatibilityDate: "2025-10-01",
    host: "127.0.0.1",
    port: 0,
    bindings: Object.fromEntries(variables.map(([, name = "", value = ""]) => [name, value])),
  });
  const { port } = await miniflare.ready;
  return { port: Number(port), stop: () => miniflare.dispose() };
}
