import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBy } from "./read-by.ts";
import { serveTenants, type Served } from "./serve.ts";

const ACME = "https://acme.example";
const GLOBEX = "https://globex.example";

let served: Served;

beforeAll(async () => {
  served = await serveTenants();
  for (const [tenant, origin] of [
    ["acme", ACME],
    ["globex", GLOBEX],
  ]) {
    await served.admin("PUT", `/tenants/${tenant}`);
    await served.admin("POST", `/tenants/${tenant}/origins`, { origins: [origin] });
  }
});
afterAll(async () => {
  await served?.server.close();
});

describe("one tenant's origin", () => {
  const table: object[] = [];
  afterAll(() => console.table(table));

  it.each([
    [ACME, "/api/acme/hello", "acme"],
    [GLOBEX, "/api/globex/hello", "globex"],
    [GLOBEX, "/api/acme/hello", null],
    [ACME, "/api/globex/hello", null],
    [ACME, "/api/acme/../globex/hello", null],
    [ACME, "/api/acme/%2e%2e/globex/hello", null],
    [ACME, "/api/acme%2f..%2fglobex/hello", null],
    [ACME, "/api/%67lobex/hello", null],
    [ACME, "/api/globex%00/hello", null],
    [ACME, "/api/GLOBEX/hello", null],
    [ACME, "/api/globex:acme/hello", null],
    [ACME, "/api/globex%3Aacme/hello", null],
    [ACME, "/api/nobody/hello", null],
    ["https://globex.example.evil.com", "/api/globex/hello", null],
    ["null", "/api/globex/hello", null],
    // The same resource by another spelling is the same tenant's.
    [ACME, "/api/%61cme/hello", "acme"],
  ])("%s at %s reads %s", async (origin, path, expected) => {
    const read = await readBy(served, origin, path);
    table.push({ origin, path, reads: read ?? "nothing" });
    expect(read).toBe(expected);
  });

  it("gets its preflight answered, and another's is refused (A1, A2)", async () => {
    const preflight = async (origin: string): Promise<Response> =>
      fetch(new URL("/api/acme/messages", served.url), {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "PUT",
          "access-control-request-headers": "content-type",
        },
      });
    const own = await preflight(ACME);
    expect(own.status).toBe(204);
    expect(own.headers.get("access-control-allow-origin")).toBe(ACME);
    const other = await preflight(GLOBEX);
    expect(other.status).toBe(403);
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });
});

it.each([
  ["malformed", 400, "application/json", "{"],
  ["empty", 400, "application/json", ""],
  ["no JSON", 415, "text/plain", "{}"],
])(
  "a body that is %s is the page's error, and the page reads it",
  async (_, status, type, body) => {
    const response = await fetch(new URL("/api/acme/messages", served.url), {
      method: "PUT",
      headers: { origin: ACME, "content-type": type },
      body,
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe(ACME);
    expect(await response.json()).toMatchObject({ status });
  },
);

it("a path without a tenant is no one's", async () => {
  const url = new URL("/api//globex/hello", served.url);
  const response = await fetch(url, { headers: { origin: GLOBEX } });
  expect(response.status).toBe(404);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});
