import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { type NextFetchEvent, NextRequest } from "next/server.js";
import { ENVIRONMENT } from "./site.ts";

/** Answers requests, as a server would. */
export type Network = (request: Request) => Promise<Response>;

/** What a site exports: an application by default, or the handlers of a Next route or proxy. */
interface Module {
  readonly default?: Fetching | FastifyInstance | RequestListener;
  readonly proxy?: (request: NextRequest, event: NextFetchEvent) => Promise<Response> | Response;
  readonly [method: string]: unknown;
}

interface Fetching {
  fetch(request: Request, env: object): Promise<Response> | Response;
}

/** No proxy here reads it. */
const EVENT = {} as NextFetchEvent;

type Handler = (request: NextRequest) => Promise<Response> | Response;

/** Serves what a module exports for as long as `work` takes. */
export async function withNetwork<Result>(
  module: Module,
  work: (network: Network) => Promise<Result>,
): Promise<Result> {
  const { default: app, proxy } = module;
  if (proxy) return work(async (request) => passOn(await proxy(new NextRequest(request), EVENT)));
  if (app === undefined) return work((request) => route(module, request));
  if ("fetch" in app) return work(async (request) => app.fetch(request, ENVIRONMENT));
  if ("inject" in app) return work((request) => inject(app, request));
  const server = createServer(app).listen(0, "127.0.0.1");
  try {
    await new Promise((listening) => server.once("listening", listening));
    const { port } = server.address() as AddressInfo;
    return await work((request) => fetch(moved(request, port)));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** As Next calls a route: without its own `OPTIONS` it answers 204, and says nothing of CORS. */
async function route(module: Module, request: Request): Promise<Response> {
  const handler = module[request.method] as Handler | undefined;
  return handler?.(new NextRequest(request)) ?? new Response(null, { status: 405 });
}

/** As Next goes on from a proxy: to the page, under the proxy's headers. */
function passOn(response: Response): Response {
  if (!response.headers.has("x-middleware-next")) return response;
  return new Response("hello world", response);
}

async function inject(app: FastifyInstance, request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const {
    statusCode,
    headers: answered,
    body,
  } = await app.inject({
    method: method as "GET",
    url: new URL(url).pathname,
    headers: Object.fromEntries(headers),
    payload: await request.text(),
  });
  const lines = Object.entries(answered).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, String(value)]),
  );
  const isEmpty = statusCode === 204 || statusCode === 304;
  return new Response(isEmpty ? null : body, { status: statusCode, headers: lines });
}

function moved(request: Request, port: number): Request {
  const { pathname, search } = new URL(request.url);
  return new Request(`http://127.0.0.1:${port}${pathname}${search}`, request);
}
