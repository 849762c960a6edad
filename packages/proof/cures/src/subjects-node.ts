import { getRequestListener } from "@hono/node-server";
import cors from "cors";
import express from "express";
import { Hono } from "hono";
import { cors as honoCors } from "hono/cors";
import Koa from "koa";
import koaCors from "@koa/cors";
import Fastify from "fastify";
import fastifyCors from "@fastify/cors";
import Hapi from "@hapi/hapi";
import { Elysia } from "elysia";
import { cors as elysiaCors } from "@elysiajs/cors";
import { H3, handleCors } from "h3";
import { createCors } from "@crossgate/core";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { execute, portOf, runListener } from "./run.ts";
import type { Subject } from "./subject.ts";

const data = "data";

const expressSubject: Subject = {
  product: "express",
  async start(code = "") {
    const app = express();
    await execute(code, { app, cors: cors });
    for (const method of ["get", "post", "put", "delete"] as const) {
      app[method]("/data", (_, response) => void response.send(data));
    }
    return runListener(app);
  },
};

const hono: Subject = {
  product: "hono",
  async start(code = "") {
    const app = new Hono();
    await execute(code, { app, cors: honoCors });
    app.on(["GET", "POST", "PUT", "DELETE"], "/data", (context) => context.text(data));
    return runListener(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  },
};

const koa: Subject = {
  product: "koa",
  async start(code = "") {
    const app = new Koa();
    app.silent = true;
    await execute(code, { app, cors: koaCors });
    app.use((context) => {
      if (context.path === "/data" && context.method !== "OPTIONS") context.body = data;
    });
    return runListener(app.callback());
  },
};

const fastify: Subject = {
  product: "fastify",
  async start(code = "") {
    const app = Fastify();
    await execute(code, { app, cors: fastifyCors });
    app.route({
      method: ["GET", "HEAD", "POST", "PUT", "DELETE"],
      url: "/data",
      handler: () => data,
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    return { port: portOf(app.server), stop: () => app.close() };
  },
};

const hapi: Subject = {
  product: "hapi",
  async start(code) {
    const options = code === undefined ? {} : ((await execute(`return { ${code} }`, {})) as object);
    const server = Hapi.server({ port: 0, host: "127.0.0.1", ...options });
    server.route({ method: ["GET", "POST", "PUT", "DELETE"], path: "/data", handler: () => data });
    await server.start();
    return { port: Number(server.info.port), stop: () => server.stop({ timeout: 0 }) };
  },
  immune: { "method missing": "hapi allows the methods of its routes" },
};

const elysia: Subject = {
  product: "elysia",
  async start(code = "") {
    const app = new Elysia();
    await execute(code, { app, cors: elysiaCors });
    app
      .get("/data", () => data)
      .post("/data", () => data)
      .put("/data", () => data)
      .delete("/data", () => data);
    return runListener(
      getRequestListener((request) => app.handle(request), { overrideGlobalObjects: false }),
    );
  },
};

const h3: Subject = {
  product: "h3",
  async start(code = "") {
    const app = new H3({ silent: true });
    await execute(code, { app, handleCors });
    for (const method of ["GET", "POST", "PUT", "DELETE"] as const)
      app.on(method, "/data", () => data);
    return runListener(
      getRequestListener((request) => app.fetch(request), {
        overrideGlobalObjects: false,
      }),
    );
  },
};

const node: Subject = {
  product: "node",
  async start(code = "") {
    // oxlint-disable-next-line no-new-func, no-implied-eval, typescript/no-implied-eval -- a printed snippet is to be run as printed
    const listener = new Function("request", "response", `${code}\nreturn true;`) as (
      ...exchange: readonly unknown[]
    ) => true | undefined;
    return runListener((request, response) => {
      if (listener(request, response) !== true) return;
      response.statusCode = request.url === "/data" && request.method !== "OPTIONS" ? 200 : 404;
      response.end(data);
    });
  },
};

const crossgate: Subject = {
  product: "crossgate",
  async start(code) {
    const handler = ({ method }: Request): Response =>
      new Response(data, { status: method === "OPTIONS" ? 404 : 200 });
    if (code === undefined)
      return runListener(getRequestListener(handler, { overrideGlobalObjects: false }));
    const gate = (await execute(`return ${code}`, { createCors, corsByOrigin })) as ReturnType<
      typeof createCors
    >;
    return runListener(
      getRequestListener(gate.wrap(handler) as typeof handler, { overrideGlobalObjects: false }),
    );
  },
};

export const nodeSubjects: readonly Subject[] = [
  expressSubject,
  hono,
  koa,
  fastify,
  hapi,
  elysia,
  h3,
  node,
  crossgate,
];
