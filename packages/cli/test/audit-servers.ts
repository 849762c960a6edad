import { createCors } from "@crossgate/core";
import { getRequestListener } from "@hono/node-server";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AuditCode } from "../src/index.ts";
import { type Running, runListener } from "./running.ts";

export const trusted = "https://app.example.com";

type Allows = (origin: string) => boolean;

/** One careless check for each hole: what a hurried developer writes. */
const careless: Partial<Record<AuditCode, Allows>> = {
  reflection: () => true,
  prefix: (origin) => origin.startsWith(trusted),
  suffix: (origin) => origin.endsWith("example.com"),
  "unescaped-dot": (origin) => /^https:\/\/app.example.com$/.test(origin),
  null: (origin) => origin === trusted || origin === "null",
  downgrade: (origin) => /^https?:\/\/app\.example\.com$/.test(origin),
  "special-characters": (origin) => /^https:\/\/app\.example\.com\W/.test(`${origin}/`),
  port: (origin) => /^https:\/\/app\.example\.com(?::\d+)?$/.test(origin),
  userinfo: (origin) => /^https:\/\/(?:[^/]*@)?app\.example\.com$/.test(origin),
  "joined-origins": (origin) => origin.split(", ").includes(trusted),
  "any-subdomain": (origin) => /^https:\/\/(?:[\w-]+\.)*app\.example\.com$/.test(origin),
  "top-level": (origin) => /^https:\/\/app\.example\.[a-z.]+$/.test(origin),
  "shared-hosting": (origin) => origin === trusted || origin.endsWith(".vercel.app"),
  extension: (origin) => origin === trusted || origin.startsWith("chrome-extension://"),
  localhost: (origin) => origin === trusted || origin.startsWith("http://localhost"),
};

/** Holes that are not in the check of the origin. */
const others: Partial<
  Record<AuditCode, (request: IncomingMessage, response: ServerResponse) => void>
> = {
  "wildcard-with-credentials": (_, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-credentials", "true");
  },
  "vary-missing": ({ headers }, response) => {
    if (headers.origin === trusted) response.setHeader("access-control-allow-origin", trusted);
  },
  "leak-on-errors": ({ headers, url }, response) => {
    response.setHeader("vary", "Origin");
    const isFine = url?.endsWith("/data");
    if (!isFine) response.statusCode = 404;
    const allowed = isFine ? trusted : (headers.origin ?? trusted);
    response.setHeader("access-control-allow-origin", allowed);
  },
  "leak-on-preflight": ({ headers, method }, response) => {
    const allowed = method === "OPTIONS" ? (headers.origin ?? trusted) : trusted;
    response.setHeader("access-control-allow-origin", allowed);
  },
  "malformed-allow-origin": (_, response) => {
    response.setHeader("access-control-allow-origin", `${trusted}, https://other.example`);
  },
};

export const plantedHoles: readonly AuditCode[] = [
  ...(Object.keys(careless) as AuditCode[]),
  ...(Object.keys(others) as AuditCode[]),
];

/** A server with one hole under every path: `/reflection/data` and so on. */
export function runBadServer(): Promise<Running> {
  return runListener((request, response) => {
    const hole = (request.url ?? "").split("/")[1] as AuditCode;
    const allows = careless[hole];
    const { origin } = request.headers;
    if (allows) {
      response.setHeader("vary", "Origin");
      if (origin !== undefined && allows(origin)) {
        response.setHeader("access-control-allow-origin", origin);
        response.setHeader("access-control-allow-credentials", "true");
      }
    }
    others[hole]?.(request, response);
    response.end("data");
  });
}

/** A Crossgate server with a policy for several origins, and its own error path. */
export function runStrictServer(): Promise<Running> {
  const gate = createCors({
    origin: [trusted, "https://admin.example.com"],
    allowMethods: ["GET", "PUT"],
    allowHeaders: ["content-type"],
    credentials: true,
  });
  const handler = ({ url }: Request): Response =>
    new Response("data", { status: url.endsWith("/data") ? 200 : 404 });
  return runListener(getRequestListener(gate.wrap(handler)));
}
