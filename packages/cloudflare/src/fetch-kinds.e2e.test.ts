import { Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchKinds } from "../fixtures/fetch-kinds.ts";
import { bundle } from "../test/bundle.ts";

const PAGE = "https://myapp.com";
const KINDS = Object.keys(fetchKinds(Object));
const objectOf = (kind: string): string => `${kind}Object`;

let miniflare: Miniflare;
let url: URL;

beforeAll(async () => {
  miniflare = new Miniflare({
    name: "kinds",
    modules: true,
    script: await bundle("fetch-kinds-worker"),
    compatibilityDate: "2025-01-01",
    serviceBindings: Object.fromEntries(
      KINDS.map((kind) => [kind, { name: "kinds", entrypoint: kind }]),
    ),
    durableObjects: Object.fromEntries(KINDS.map((kind) => [objectOf(kind), objectOf(kind)])),
    host: "127.0.0.1",
    port: 0,
  });
  url = await miniflare.ready;
});
afterAll(async () => {
  await miniflare.dispose();
});

async function ask(path: string, origin: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { origin, ...(init.headers as Record<string, string>) };
  const response = await fetch(new URL(path, url), { ...init, headers });
  const granted = response.headers.get("access-control-allow-origin");
  return [response.status, granted, await response.text()];
}

// workerd reads fetch off what the constructor gave, whatever that is (H1).
describe.each([...KINDS, ...KINDS.map(objectOf)])("%s", (path) => {
  it("answers an allowed origin, with a grant", async () => {
    expect(await ask(path, PAGE)).toEqual([200, PAGE, "its own"]);
  });

  it("refuses another one (R9)", async () => {
    expect(await ask(path, "https://evil.com")).toEqual([403, null, "Origin not allowed.\n"]);
  });

  it("leaves preflights to the gate (A1)", async () => {
    const headers = { "access-control-request-method": "PUT" };
    expect(await ask(path, PAGE, { method: "OPTIONS", headers })).toEqual([204, PAGE, ""]);
  });
});

// For RPC workerd looks at prototypes alone.
const ofPrototypes = KINDS.filter((kind) => kind !== "Another");

it.each([...ofPrototypes, ...ofPrototypes.map(objectOf)])("%s keeps its RPC", async (path) => {
  expect(await ask(`${path}/greet`, PAGE)).toEqual([200, null, "its own"]);
});
