import { shakeHands } from "@crossgate/testkit/handshake";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../test/bundle.ts";

let miniflare: Miniflare;
let url: URL;

beforeAll(async () => {
  miniflare = new Miniflare({
    modules: true,
    script: await bundle("socket"),
    compatibilityDate: "2025-01-01",
    host: "127.0.0.1",
    port: 0,
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  });
  url = await miniflare.unsafeGetDirectURL();
});
afterAll(async () => {
  await miniflare.dispose();
});

async function countOpened(): Promise<number> {
  const { opened } = (await (await fetch(url)).json()) as { opened: number };
  return opened;
}

describe("R9: a WebSocket behind refuseDenied", () => {
  it.each([
    ["an allowed page", "https://myapp.com", "api.example.com"],
    ["a page of an allowed pattern", "https://www.myapp.com", "api.example.com"],
    ["the server's own page", "http://api.example.com", "api.example.com"],
    [
      "its own page, where a TLS proxy made the URL http",
      "https://api.example.com",
      "api.example.com",
    ],
    ["its own page on a port", "http://localhost:8787", "localhost:8787"],
  ])("echoes to %s", async (_, origin, host) => {
    expect(await shakeHands(url, { origin, host })).toEqual({
      status: 101,
      echo: "echo hello",
    });
  });

  it.each([
    ["another page", "https://evil.com", "api.example.com"],
    ["another page of the same name", "https://api.example.com.evil.com", "api.example.com"],
    ["another port of the same host", "http://localhost:8788", "localhost:8787"],
    ["a sandboxed page", "null", "api.example.com"],
  ])("is refused to %s before the handler runs", async (_, origin, host) => {
    const before = await countOpened();
    expect(await shakeHands(url, { origin, host })).toEqual({ status: 403 });
    expect(await countOpened()).toBe(before);
  });
});
