import { getRequestListener } from "@hono/node-server";
import cors from "cors";
import express from "express";
import { Hono } from "hono";
import { cors as honoCors } from "hono/cors";
import { HTTPException } from "hono/http-exception";
import Koa from "koa";
import koaCors from "@koa/cors";
import Fastify from "fastify";
import fastifyCors from "@fastify/cors";
import Hapi from "@hapi/hapi";
import { Elysia } from "elysia";
import { cors as elysiaCors } from "@elysiajs/cors";
import { H3, handleCors, HTTPError, redirect } from "h3";
import { createCors } from "@crossgate/core";
import { corsByOrigin } from "@crossgate/core/by-origin";
import { applicationDoes } from "./application.ts";
import { answerAsApplication, execute, portOf, runListener } from "./run.ts";
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
    app.all("/moved", (_, response) => response.redirect(307, "/data"));
    app.all("/private", ({ headers }, response) => {
      response.status(headers.authorization === undefined ? 401 : 200).send(data);
    });
    app.all("/broken", () => {
      throw new Error("broken");
    });
    return runListener(app);
  },
};

const hono: Subject = {
  product: "hono",
  async start(code = "") {
    const app = new Hono();
    await execute(code, { app, cors: honoCors });
    app.on(["GET", "POST", "PUT", "DELETE"], "/data", (context) => context.text(data));
    app.all("/moved", (context) => context.redirect("/data", 307));
    app.all("/private", (context) =>
      context.text(data, context.req.header("authorization") === undefined ? 401 : 200),
    );
    app.all("/broken", () => {
      throw new HTTPException(500);
    });
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
      const { headers, method, path } = context;
      if (path === "/broken") throw new Error("broken");
      const isSignedIn = headers.authorization !== undefined;
      const { status, headers: set } = applicationDoes(method, path, isSignedIn);
      context.set(set);
      if (status !== 404) context.status = status;
      if (status === 200) context.body = data;
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
    app.addHook("onRequest", async ({ headers, url }, reply) => {
      if (url === "/private" && headers.authorization === undefined) await reply.code(401).send();
      if (url === "/moved") await reply.redirect("/data", 307);
    });
    app.get("/private", () => data);
    app.get("/broken", () => {
      throw new Error("broken");
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    return { port: portOf(app.server), stop: () => app.close() };
  },
};

const hapi: Subject = {
  product: "hapi",
  async start(code) {
    const options = code === undefined ? {} : ((await execute(`return { ${code} }`, {})) as object);
    const server = Hapi.server({ port: 0, host: "127.0.0.1", debug: false, ...options });
    server.route({ method: ["GET", "POST", "PUT", "DELETE"], path: "/data", handler: () => data });
    server.route({
      method: ["GET", "PUT"],
      path: "/moved",
      handler: (_, kit) => kit.redirect("/data").temporary().rewritable(false),
    });
    server.route({
      method: "GET",
      path: "/private",
      handler: ({ headers }, kit) =>
        kit.response(data).code(headers["authorization"] === undefined ? 401 : 200),
    });
    server.route({
      method: "GET",
      path: "/broken",
      handler: () => {
        throw new Error("broken");
      },
    });
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
      .delete("/data", () => data)
      // Its own redirect() is one of Node's, to which no layer can add a header.
      .all("/moved", () => new Response(null, { status: 307, headers: { location: "/data" } }))
      .all("/private", ({ headers, status }) =>
        headers["authorization"] === undefined ? status(401, data) : data,
      )
      .get("/broken", () => {
        throw new Error("broken");
      });
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
    app.all("/moved", () => redirect("/data", 307));
    app.all("/private", ({ req }) =>
      req.headers.has("authorization") ? data : new Response(data, { status: 401 }),
    );
    app.all("/broken", () => {
      throw new HTTPError({ status: 500 });
    });
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
      answerAsApplication(request, response);
      response.end(data);
    });
  },
};

const crossgate: Subject = {
  product: "crossgate",
  async start(code) {
    const handler = ({ headers, method, url }: Request): Response =>
      new Response(
        data,
        applicationDoes(method, new URL(url).pathname, headers.has("authorization")),
      );
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
