import type { Asked } from "@crossgate/testkit/ask";
import { type Api, get, preflightFor } from "./api.ts";
import { betterAuth } from "./clients/better-auth.ts";
import { mcp } from "./clients/mcp.ts";
import { orpc } from "./clients/orpc.ts";
import { trpc } from "./clients/trpc.ts";
import { DENIED } from "./origins.ts";
import { FORMS_PASS } from "./peculiarities.ts";
import { NODE, ROOT_BIN } from "./programs.ts";
import type { Recipe } from "./recipe.ts";

const POLICY = { allowMethods: "GET,POST", allowHeaders: "content-type,authorization" };
const ALLOW_HEADERS = "access-control-allow-headers";
const JSON_TYPE = { "content-type": "application/json" };

const TRPC: Api = {
  read: get("/trpc/hello"),
  text: "hello world",
  errors: [
    { says: "the 404 of an unknown procedure", asked: get("/trpc/nowhere"), status: 404 },
    { says: "the 500 of one that throws", asked: get("/trpc/fails"), status: 500 },
    {
      says: "the 400 of bad input",
      asked: { method: "POST", path: "/trpc/save", headers: JSON_TYPE, body: "{}" },
      status: 400,
    },
  ],
  preflight: preflightFor("POST", "/trpc/save", "content-type,trpc-accept"),
  policy: { ...POLICY, allowHeaders: `${POLICY.allowHeaders},trpc-accept` },
};

const BETTER_AUTH: Api = {
  read: get("/api/auth/ok"),
  text: '"ok":true',
  errors: [
    { says: "the 404 of an unknown path", asked: get("/api/auth/nowhere"), status: 404 },
    { says: "the 401 of a wrong password", asked: signIn(), status: 401 },
  ],
  preflight: preflightFor("POST", "/api/auth/sign-in/email", "content-type"),
  policy: POLICY,
};

const MCP: Api = {
  read: {
    method: "POST",
    path: "/mcp",
    headers: { ...JSON_TYPE, accept: "application/json, text/event-stream" },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: {
        protocolVersion: "2025-06-18",
        capabilities: {},
        clientInfo: { name: "a page", version: "1.0.0" },
      },
    }),
  },
  text: '"serverInfo":{"name":"hello"',
  errors: [
    { says: "the 406 of a request that takes no events", asked: get("/mcp"), status: 406 },
    {
      says: "the 404 of a session that has ended",
      asked: { method: "GET", path: "/mcp", headers: { "mcp-session-id": "gone" } },
      status: 404,
    },
  ],
  preflight: preflightFor("POST", "/mcp", "content-type,mcp-protocol-version,mcp-session-id"),
  policy: {
    allowMethods: "GET,POST,DELETE",
    allowHeaders: "content-type,authorization,mcp-session-id,mcp-protocol-version,last-event-id",
    exposeHeaders: "mcp-session-id",
    credentials: false,
    refuseDenied: true,
  },
};

const YOGA: Api = {
  read: get("/graphql?query=%7Bhello%7D"),
  text: '{"data":{"hello":"hello world"}}',
  errors: [
    { says: "the 404 of an unknown path", asked: get("/nowhere"), status: 404 },
    {
      says: "the errors of a query that fails",
      asked: get("/graphql?query=%7Bfails%7D"),
      status: 200,
    },
  ],
  preflight: preflightFor("POST", "/graphql", "content-type"),
  policy: POLICY,
};

const ORPC: Api = {
  read: { method: "POST", path: "/rpc/hello", headers: JSON_TYPE, body: "{}" },
  text: "hello world",
  errors: [
    { says: "the 404 of an unknown procedure", asked: get("/rpc/nowhere"), status: 404 },
    {
      says: "the 500 of one that throws",
      asked: { method: "POST", path: "/rpc/fails", headers: JSON_TYPE, body: "{}" },
      status: 500,
    },
  ],
  preflight: preflightFor("POST", "/rpc/hello", "content-type"),
  policy: POLICY,
};

function signIn(): Asked {
  return {
    method: "POST",
    path: "/api/auth/sign-in/email",
    headers: JSON_TYPE,
    body: JSON.stringify({ email: "nobody@example.com", password: "long enough" }),
  };
}

/** Libraries that answer by themselves, behind a gate of a few lines. */
export const LIBRARIES: readonly Recipe[] = [
  {
    name: "Express",
    version: "express",
    folder: "express",
    start: [NODE, "server.ts"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "NestJS",
    version: "@nestjs/core",
    folder: "nestjs",
    build: [`${ROOT_BIN}tsc`, "-p", "."],
    start: [NODE, "dist/main.js"],
    peculiarities: FORMS_PASS,
  },
  {
    name: "tRPC",
    version: "@trpc/server",
    folder: "trpc",
    start: [NODE, "server.ts"],
    api: TRPC,
    client: trpc,
    mistake: {
      says: "Without `trpc-accept` in `allowHeaders` its client is blocked",
      spoil: (headers) => headers.set(ALLOW_HEADERS, POLICY.allowHeaders),
      error: /Request header field trpc-accept is not allowed/,
    },
    peculiarities: [],
  },
  {
    name: "oRPC",
    version: "@orpc/server",
    folder: "orpc",
    start: [NODE, "server.ts"],
    api: ORPC,
    probe: { path: "/rpc/nowhere", status: 404 },
    client: orpc,
    peculiarities: [],
  },
  {
    name: "GraphQL Yoga",
    version: "graphql-yoga",
    folder: "graphql-yoga",
    start: [NODE, "server.ts"],
    api: YOGA,
    peculiarities: [],
  },
  {
    name: "better-auth",
    version: "better-auth",
    folder: "better-auth",
    start: [NODE, "server.ts"],
    api: BETTER_AUTH,
    client: betterAuth,
    peculiarities: [
      {
        says: "A sign-in by a page of any other origin is 403, by `trustedOrigins`",
        asked: { ...signIn(), headers: { ...JSON_TYPE, origin: DENIED } },
        status: 403,
        gated: true,
      },
    ],
  },
  {
    name: "MCP",
    version: "@modelcontextprotocol/sdk",
    folder: "mcp",
    start: [NODE, "server.ts"],
    api: MCP,
    probe: { path: "/mcp", status: 406 },
    client: mcp,
    mistake: {
      says: "Without `exposeHeaders` its client fails after the first answer",
      spoil: (headers) => headers.delete("access-control-expose-headers"),
      error: /Server not initialized/,
    },
    peculiarities: [],
  },
];
