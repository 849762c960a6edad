import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, ask } from "@crossgate/testkit/ask";
import type { Server } from "@crossgate/testkit/server";
import { ALLOWED, DENIED } from "./origins.ts";
import { RECIPES } from "./recipes.ts";
import { develop, serve } from "./serve.ts";

/** R2: an answer to an allowed origin, and one to anyone else. */
const READABLE = {
  "access-control-allow-credentials": ["true"],
  "access-control-allow-origin": [ALLOWED],
};
const UNREADABLE = {};
/** A1: what a preflight from an allowed origin gets. */
const PREFLIGHT = {
  ...READABLE,
  "access-control-allow-headers": ["content-type"],
  "access-control-allow-methods": ["GET,POST,PUT"],
  "access-control-max-age": ["7200"],
};

const DEVELOPED = RECIPES.flatMap(({ name, folder, develop: command }) =>
  command === undefined ? [] : [{ name, folder, command }],
);

describe.each(RECIPES)("the recipe for $name", (recipe) => {
  let server: Server;
  beforeAll(async () => void (server = await serve(recipe)));
  afterAll(() => server?.stop());

  const get = (path: string, origin?: string): Promise<Answered> =>
    ask(server.port, { method: "GET", path, ...(origin && { headers: { origin } }) });

  it("R2: lets a page of an allowed origin read", async () => {
    const answer = await get("/api/data", ALLOWED);
    expect(JSON.parse(answer.body)).toEqual({ data: "hello world" });
    expect(corsHeaders(answer)).toEqual(READABLE);
    expect(varies(answer)).toBe(true);
  });

  it.each([DENIED, undefined])("R2: gives nothing to the origin %s but Vary", async (origin) => {
    const answer = await get("/api/data", origin);
    expect(answer.status).toBe(200);
    expect(corsHeaders(answer)).toEqual(UNREADABLE);
    expect(varies(answer)).toBe(true);
  });

  it("A1, A5: answers a preflight itself, exactly", async () => {
    const answer = await preflight(server, ALLOWED);
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual(PREFLIGHT);
    expect(answer.headers.get("vary")).toEqual(["Origin"]);
  });

  it("A2: refuses a preflight from another origin", async () => {
    const answer = await preflight(server, DENIED);
    expect(answer.status).toBe(403);
    expect(corsHeaders(answer)).toEqual(UNREADABLE);
    expect(answer.headers.get("cache-control")).toEqual(["no-store"]);
  });

  it.each([
    ["a path that nothing answers", "/api/nowhere", 404],
    ["a handler that throws", "/api/fails", 500],
  ])("lets the page read the answer to %s", async (_, path, status) => {
    const answer = await get(path, ALLOWED);
    expect(answer.status).toBe(status);
    expect(corsHeaders(answer)).toEqual(READABLE);
    expect(varies(answer)).toBe(true);
    expect(corsHeaders(await get(path, DENIED))).toEqual(UNREADABLE);
  });

  it.each(recipe.peculiarities)("$says (gated: $gated)", async ({ asked, status, gated }) => {
    const answer = await ask(server.port, asked);
    expect(answer.status).toBe(status);
    const readable = gated && asked.headers?.["origin"] === ALLOWED;
    expect(corsHeaders(answer)).toEqual(readable ? READABLE : UNREADABLE);
    expect(varies(answer)).toBe(gated);
  });
});

describe.each(DEVELOPED)("the recipe for $name in development", ({ folder, command }) => {
  let server: Server;
  beforeAll(async () => void (server = await develop(folder, command)));
  afterAll(() => server?.stop());

  it("A1: has its preflights answered by the policy, and not by the development server", async () => {
    const answer = await preflight(server, ALLOWED);
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual(PREFLIGHT);
    expect((await preflight(server, DENIED)).status).toBe(403);
  });
});

function preflight(server: Server, origin: string): Promise<Answered> {
  return ask(server.port, {
    method: "OPTIONS",
    path: "/api/data",
    headers: {
      origin,
      "access-control-request-method": "PUT",
      "access-control-request-headers": "content-type",
    },
  });
}

/** Every line, so that a header sent twice is seen. */
function corsHeaders({ headers }: Answered): Readonly<Record<string, readonly string[]>> {
  const entries = [...headers].filter(([name]) => name.startsWith("access-control-"));
  return Object.fromEntries(entries);
}

function varies({ headers }: Answered): boolean {
  const fields = (headers.get("vary") ?? []).flatMap((line) => line.split(","));
  return fields.some((field) => field.trim().toLowerCase() === "origin");
}
