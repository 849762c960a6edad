import { createBrowser } from "@crossgate/browser";
import { type Answered, ask, type Asked } from "@crossgate/testkit/ask";
import { isInstalled } from "@crossgate/testkit/installed";
import type { Server } from "@crossgate/testkit/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../pages/command.ts";
import { commandsOf } from "../pages/commands.ts";
import { readText } from "../pages/page.ts";
import { type Api, DATA_API } from "./api.ts";
import { ALLOWED, DENIED } from "./origins.ts";
import { RECIPES } from "./recipes.ts";
import { develop, serve } from "./serve.ts";

const DEVELOPED = RECIPES.flatMap((recipe) =>
  recipe.develop === undefined ? [] : [{ ...recipe, command: recipe.develop }],
);
const CURL = isInstalled("curl", process.env["CURL_PATH"] ?? "/usr/bin/curl", "CURL_PATH");

describe.each(RECIPES)("the recipe for $name", (recipe) => {
  const { api = DATA_API, client, mistake, peculiarities } = recipe;
  const { read, text, errors, policy } = api;
  let server: Server;
  beforeAll(async () => void (server = await serve(recipe)));
  afterAll(() => server?.stop());

  const askFrom = (origin: string | undefined, asked: Asked): Promise<Answered> =>
    ask(server.port, from(origin, asked));

  it("R2: lets a page of an allowed origin read", async () => {
    const answer = await askFrom(ALLOWED, read);
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining(text)]);
    expect(corsHeaders(answer)).toEqual(readable(api));
    expect(varies(answer)).toBe(true);
  });

  it.each([DENIED, undefined])("R2: gives nothing to the origin %s but Vary", async (origin) => {
    const answer = await askFrom(origin, read);
    expect(answer.status).toBe(origin === DENIED && policy.refuseDenied ? 403 : 200);
    expect(corsHeaders(answer)).toEqual({});
    expect(varies(answer)).toBe(true);
  });

  it("A1, A5: answers a preflight itself, exactly", async () => {
    const answer = await askFrom(ALLOWED, api.preflight);
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual(permitted(api));
    expect(answer.headers.get("vary")).toEqual(["Origin"]);
  });

  it("A2: refuses a preflight from another origin", async () => {
    const answer = await askFrom(DENIED, api.preflight);
    expect(answer.status).toBe(403);
    expect(corsHeaders(answer)).toEqual({});
    expect(answer.headers.get("cache-control")).toEqual(["no-store"]);
  });

  it.each(errors)("lets the page read $says", async ({ asked, status }) => {
    const answer = await askFrom(ALLOWED, asked);
    expect(answer.status).toBe(status);
    expect(corsHeaders(answer)).toEqual(readable(api));
    expect(varies(answer)).toBe(true);
    expect(corsHeaders(await askFrom(DENIED, asked))).toEqual({});
  });

  it.each(peculiarities)("$says (gated: $gated)", async ({ asked, status, gated }) => {
    const answer = await ask(server.port, asked);
    expect(answer.status).toBe(status);
    const isReadable = gated && asked.headers?.["origin"] === ALLOWED;
    expect(corsHeaders(answer)).toEqual(isReadable ? readable(api) : {});
    expect(varies(answer)).toBe(gated);
  });

  it.each(client ? [client] : [])(
    "lets its own client work in a page of an allowed origin, and no other",
    async (client) => {
      const url = `http://localhost:${server.port}`;
      const browser = createBrowser({ network: (request) => fetch(request) });
      const at = (origin: string) => browser.open(origin).fetch as typeof fetch;
      expect(await client(at(ALLOWED), url)).toBe("hello world");
      await expect(client(at(DENIED), url)).rejects.toThrow(/fetch|CORS|origin/i);
    },
  );

  it.each(client && mistake ? [{ ...mistake, client }] : [])(
    "$says",
    async ({ client, error, spoil }) => {
      const network = async (request: Request): Promise<Response> => {
        const { body, headers, status } = await fetch(request);
        const spoilt = new Headers(headers);
        spoil(spoilt);
        return new Response(body, { status, headers: spoilt });
      };
      const { fetch: pageFetch } = createBrowser({ network }).open(ALLOWED);
      const url = `http://localhost:${server.port}`;
      await expect(client(pageFetch as typeof fetch, url)).rejects.toThrow(error);
    },
  );

  it.each(CURL ? commandsOf(readText(`docs/recipes/${recipe.folder}.md`)) : [])(
    "answers $shell as its page says",
    async ({ shell, answer }) => {
      expect(await runCommand(shell, server.port)).toMatchObject(answer);
    },
  );
});

describe.each(DEVELOPED)("the recipe for $name in development", (recipe) => {
  const { api = DATA_API } = recipe;
  let server: Server;
  beforeAll(async () => void (server = await develop(recipe, recipe.command)));
  afterAll(() => server?.stop());

  it("A1: has its preflights answered by the policy, and not by the development server", async () => {
    const answer = await ask(server.port, from(ALLOWED, api.preflight));
    expect([answer.status, answer.body]).toEqual([204, ""]);
    expect(corsHeaders(answer)).toEqual(permitted(api));
    expect((await ask(server.port, from(DENIED, api.preflight))).status).toBe(403);
  });

  it("R2: lets no other page read, as the development server would", async () => {
    const answer = await ask(server.port, from(DENIED, api.read));
    expect([answer.status, corsHeaders(answer)]).toEqual([200, {}]);
  });
});

function from(origin: string | undefined, asked: Asked): Asked {
  return origin === undefined ? asked : { ...asked, headers: { ...asked.headers, origin } };
}

/** R2: what lets a page read. */
function readable({ policy }: Api): Readonly<Record<string, readonly string[]>> {
  return {
    "access-control-allow-origin": [ALLOWED],
    ...(policy.credentials !== false && { "access-control-allow-credentials": ["true"] }),
    ...(policy.exposeHeaders && { "access-control-expose-headers": [policy.exposeHeaders] }),
  };
}

/** A1: what a preflight from an allowed origin gets. */
function permitted({ policy }: Api): Readonly<Record<string, readonly string[]>> {
  return {
    "access-control-allow-origin": [ALLOWED],
    ...(policy.credentials !== false && { "access-control-allow-credentials": ["true"] }),
    "access-control-allow-headers": [policy.allowHeaders],
    "access-control-allow-methods": [policy.allowMethods],
    "access-control-max-age": ["7200"],
  };
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
