import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FAMILIES } from "../src/claims/is-claim.ts";
import { type Gateways, startGateways } from "./gateways.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const PAGE = "https://myapp.com";
const CLAIM = "claimed-by-a-visitor";

let upstream: Upstream;
let gateways: Gateways;
let url: URL;

beforeAll(async () => {
  upstream = await startUpstream();
  const plain = {
    UPSTREAM: `http://localhost:${upstream.port}`,
    ALLOWED_ORIGINS: PAGE,
    // The API hears of a visitor only if no response is everyone's.
    CACHE: false,
  };
  gateways = await startGateways({ plain, reading: { ...plain, ALLOW_METHODS: "GET, PUT" } });
  url = await gateways.at("plain");
});
afterAll(async () => {
  await gateways?.stop();
  await upstream?.stop();
});

async function say(headers: Record<string, string>): Promise<void> {
  await fetch(new URL("/say", url), { headers: { origin: PAGE, ...headers } });
}

describe("what the upstream is told of a visitor", () => {
  it("is who asks and where, in the gateway's words and not the visitor's", async () => {
    await say({
      forwarded: "for=1.2.3.4;host=evil.com",
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "evil.com",
      "x-forwarded-proto": "https",
      "x-forwarded-prefix": "/evil",
      "x-real-ip": "1.2.3.4",
      "cf-connecting-ip": "9.9.9.9",
      via: "1.1 before",
      "x-own": "kept",
    });
    const { headers } = upstream.seen.at(-1) ?? {};
    const { host } = url;
    expect(headers).toMatchObject({
      host: `localhost:${upstream.port}`,
      "x-forwarded-for": "9.9.9.9",
      "x-forwarded-host": host,
      "x-forwarded-proto": "http",
      via: "1.1 before, 1.1 crossgate",
      "x-own": "kept",
    });
    expect(Object.keys(headers ?? {})).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(?:forwarded|x-real-ip|x-forwarded-prefix)$/u),
      ]),
    );
  });

  // No client sends its own `Host`; what several do is tried byte by byte elsewhere.
  it.each(FAMILIES.filter(({ fields }) => !fields.includes("host")))(
    "is not what a visitor claims in the fields of $product",
    async ({ fields }) => {
      const names = fields.map((field) => field.replace("*", "made-up"));
      const spelt = names.flatMap((name) => [name, name.replaceAll("-", "_")]);
      await say({ ...Object.fromEntries(spelt.map((name) => [name, CLAIM])), "x-own": "kept" });
      const { headers } = upstream.seen.at(-1) ?? {};
      expect(headers?.["x-own"]).toBe("kept");
      expect(JSON.stringify(headers)).not.toContain(CLAIM);
    },
  );
});

describe("a method that a field names in place of the one that was sent", () => {
  it.each<[string, string, string, number]>([
    ["plain", "x-http-method-override", "DELETE", 200],
    ["reading", "x-http-method-override", "DELETE", 405],
    ["reading", "x-http-method-override", "GET", 200],
    ["reading", "x_method_override", "delete", 405],
    ["reading", "x-http-method", "GET, DELETE", 405],
    ["plain", "x-http-method-override", "TRACE", 405],
  ])("%s, %s: %s gets %i", async (gateway, name, method, status) => {
    upstream.seen.length = 0;
    const headers = { origin: PAGE, [name]: method };
    const response = await fetch(new URL("/say", await gateways.at(gateway)), {
      method: "POST",
      headers,
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(upstream.seen.length).toBe(status === 200 ? 1 : 0);
  });
});
