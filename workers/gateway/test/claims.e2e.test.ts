import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gateways, startGateways } from "./gateways.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const PAGE = "https://myapp.com";

let upstream: Upstream;
let gateways: Gateways;
let url: URL;

beforeAll(async () => {
  upstream = await startUpstream();
  gateways = await startGateways({
    plain: { UPSTREAM: `http://localhost:${upstream.port}`, ALLOWED_ORIGINS: PAGE },
  });
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

  it.each([
    "x-forwarded-user",
    "x-forwarded-client-cert",
    "x-original-host",
    "x-host",
    "true-client-ip",
    "x-cluster-client-ip",
    "x-remote-user",
    "x_forwarded_for",
    "cf_connecting_ip",
  ])("is not what a visitor claims in %s", async (name) => {
    await say({ [name]: "claimed", "x-own": "kept" });
    const { headers } = upstream.seen.at(-1) ?? {};
    expect([headers?.[name], headers?.["x-own"]]).toEqual([undefined, "kept"]);
  });
});
