import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createCors } from "@crossgate/core";
import { getRequestListener } from "@hono/node-server";
import expressCors from "cors";
import { Hono } from "hono";
import { cors as honoCors } from "hono/cors";

export type PolicyName = "Crossgate" | "hono/cors" | "cors (Express)";

/** Each library as it is without options; Crossgate wants to be told the origin. */
export function listeners(origin: string): Readonly<Record<PolicyName, RequestListener>> {
  const gated = createCors({ origin: origin as `http://${string}` }).wrap(answer);
  const hono = new Hono().use(honoCors()).all("*", answer);
  const express = expressCors();
  return {
    Crossgate: getRequestListener(gated),
    "hono/cors": getRequestListener(hono.fetch),
    "cors (Express)": (request, response) => express(request, response, () => response.end("{}")),
  };
}

function answer(): Response {
  return new Response("{}");
}

export interface Listening extends AsyncDisposable {
  readonly url: string;
}

/** Serves on its own port, so that no two policies share what a browser caches. */
export async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
