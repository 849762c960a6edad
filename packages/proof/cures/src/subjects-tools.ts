// oxlint-disable-next-line import/no-unassigned-import -- Nest's decorators keep their notes in it
import "reflect-metadata";
import { freePort } from "@crossgate/testkit/free-port";
import { Controller, Delete, Get, Module, Post, Put } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import cors from "cors";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import { answerAsApplication, execute, portOf, runUpstream } from "./run.ts";
import type { IncomingMessage, ServerResponse } from "node:http";
import { runVite } from "./run-vite.ts";
import type { Running, Subject } from "./subject.ts";

const data = "data";

/** Decorators without their syntax, which Node does not run. */
class DataController {
  get(): string {
    return data;
  }
  post(): string {
    return data;
  }
  put(): string {
    return data;
  }
  delete(): string {
    return data;
  }
}
const verbs = { get: Get, post: Post, put: Put, delete: Delete };
for (const [name, verb] of Object.entries(verbs)) {
  const descriptor = Object.getOwnPropertyDescriptor(DataController.prototype, name);
  if (descriptor) verb("data")(DataController.prototype, name, descriptor);
}
Controller()(DataController);
class AppModule {
  readonly name = "app";
}
Module({ controllers: [DataController] })(AppModule);

const nest: Subject = {
  product: "nestjs",
  async start(code = "") {
    const app = await NestFactory.create(AppModule, { logger: false });
    await execute(code, { app });
    app.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      // Its own routes are in the controller.
      if (request.url === "/data" || request.url === "/missing") return next();
      answerAsApplication(request, response);
      response.end(data);
    });
    await app.listen(0, "127.0.0.1");
    return { port: portOf(app.getHttpServer() as Server), stop: () => app.close() };
  },
};

const vite: Subject = {
  product: "vite",
  async start(code) {
    // Vite allows pages of this machine unless told otherwise.
    const options =
      code === undefined ? { server: { cors: false } } : await execute(`return { ${code} }`, {});
    return runVite({
      ...(options as InlineConfig),
      appType: "custom",
      plugins: [
        {
          name: "data",
          configureServer: ({ middlewares }) => {
            middlewares.use((request, response) => {
              answerAsApplication(request, response);
              response.end(data);
            });
          },
        },
      ],
    });
  },
};

const webpackDevServer: Subject = {
  product: "webpack-dev-server",
  async start(code) {
    const folder = mkdtempSync(join(tmpdir(), "crossgate-webpack-"));
    const entry = join(folder, "entry.js");
    writeFileSync(entry, "export {};\n");
    const behind = await runUpstream();
    const given = code === undefined ? {} : await execute(`return { ${code} }`, { cors });
    const { devServer = {} } = given as { devServer?: object };
    const compiler = webpack({
      mode: "development",
      entry,
      output: { path: folder },
      stats: "none",
      infrastructureLogging: { level: "none" },
    });
    const port = await freePort();
    const server = new WebpackDevServer(
      {
        host: "127.0.0.1",
        port,
        setupExitSignals: false,
        proxy: [{ context: ["/"], target: `http://127.0.0.1:${behind.port}` }],
        ...devServer,
      },
      compiler,
    );
    await server.start();
    return {
      port,
      async stop() {
        await server.stop();
        await behind.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

const here = dirname(fileURLToPath(import.meta.url));

const workers: Subject = {
  product: "workers",
  async start(code = "export default worker;"): Promise<Running> {
    const contents = `import { withCors } from "@crossgate/cloudflare";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { applicationDoes } from "./application.ts";
const worker = {
  fetch: ({ headers, method, url }) =>
    new Response("data", applicationDoes(method, new URL(url).pathname, headers.has("authorization"))),
};
${code}`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: here },
      bundle: true,
      format: "esm",
      write: false,
      external: ["cloudflare:*"],
      logLevel: "silent",
    });
    const script = outputFiles[0]?.text ?? "";
    const miniflare = new Miniflare({
      modules: true,
      script,
      compatibilityDate: "2025-01-01",
      host: "127.0.0.1",
      port: 0,
    });
    const { port } = await miniflare.ready;
    return { port: Number(port), stop: () => miniflare.dispose() };
  },
};

export const toolSubjects: readonly Subject[] = [nest, vite, webpackDevServer, workers];
