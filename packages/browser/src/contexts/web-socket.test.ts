import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { HostRequest } from "../host-types.ts";
import type { Page } from "../page.ts";
import type { Profile } from "../profile.ts";

const socket = "wss://api.example.com/live";

/** The key and the answer that RFC 6455 gives as an example, and any other key. */
async function acceptOf(request: HostRequest): Promise<string> {
  const key = request.headers.get("sec-websocket-key") ?? "";
  const bytes = new TextEncoder().encode(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", bytes));
  return btoa(String.fromCharCode(...digest));
}

function pageOn(
  answer: (request: HostRequest) => Record<string, string> | Promise<Record<string, string>>,
  profile: Profile = "spec",
): { readonly page: Page; readonly asked: HostRequest[] } {
  const asked: HostRequest[] = [];
  const browser = createBrowser({
    profile,
    async network(request) {
      asked.push(request);
      const response = new Response(null, { headers: await answer(request) });
      return Object.defineProperty(response, "status", { value: 101 });
    },
  });
  return { page: browser.open("https://myapp.com/page"), asked };
}

describe("subprotocols", () => {
  it.each<[string, string[], string | undefined, Record<Profile, boolean>]>([
    ["none", ["a"], undefined, { spec: false, chromium: false, firefox: true, webkit: true }],
    ["one of those", ["a", "b"], "b", { spec: true, chromium: true, firefox: true, webkit: true }],
    ["another", ["a"], "c", { spec: false, chromium: false, firefox: false, webkit: false }],
    ["two", ["a", "b"], "a, b", { spec: false, chromium: false, firefox: false, webkit: false }],
    ["other letters", ["a"], "A", { spec: false, chromium: false, firefox: false, webkit: true }],
    ["one unasked", [], "a", { spec: false, chromium: false, firefox: true, webkit: false }],
  ])(
    "open where the server chooses %s as engines were seen to",
    async (_, asked, chosen, opens) => {
      const lines = chosen === undefined ? {} : { "sec-websocket-protocol": chosen };
      const seen: Record<string, boolean> = {};
      for (const profile of Object.keys(opens) as Profile[]) {
        const { page } = pageOn(() => ({ ...lines }), profile);
        seen[profile] = (await page.webSocket(socket, asked)).opened;
      }
      expect(seen).toEqual(opens);
    },
  );

  it.each([[["a", "a"]], [["a b"]], [[""]], [["\u00e9"]]])(
    "are refused where they are %j",
    async (protocols) => {
      const { page, asked } = pageOn(() => ({}));
      await expect(page.webSocket(socket, protocols)).rejects.toMatchObject({
        name: "SyntaxError",
      });
      expect(asked).toEqual([]);
    },
  );
});

describe("a WebSocket", () => {
  it.each([
    "ftp://api.example.com/",
    "wss://api.example.com/#a",
    "wss://api.example.com/#",
    "mailto:a@b",
    "ws://a b/",
  ])("has no URL like %s", async (url) => {
    const { page } = pageOn(() => ({}));
    await expect(page.webSocket(url)).rejects.toMatchObject({ name: "SyntaxError" });
  });

  it.each(["/live", "https://myapp.com/live", "wss://user:secret@myapp.com/live"])(
    "has a URL like %s",
    async (url) => {
      const { page, asked } = pageOn(() => ({}));
      expect((await page.webSocket(url)).opened).toBe(true);
      expect(asked.map((request) => request.url)).toEqual(["https://myapp.com/live"]);
    },
  );

  it("fails at a port of another protocol, and says so on its exchange", async () => {
    const { page, asked } = pageOn(() => ({}));
    const { opened, exchange } = await page.webSocket("wss://api.example.com:25/");
    expect(opened).toBe(false);
    expect(exchange.conclusion).toMatchObject({ kind: "blocked", failure: { code: "bad-port" } });
    expect(asked).toEqual([]);
  });

  it("fails where the server has not understood the handshake", async () => {
    const right = pageOn(async (request) => ({ "sec-websocket-accept": await acceptOf(request) }));
    const wrong = pageOn(() => ({ "sec-websocket-accept": "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" }));
    expect((await right.page.webSocket(socket)).opened).toBe(true);
    expect((await wrong.page.webSocket(socket)).opened).toBe(false);
  });

  it("resolves where the network fails, too", async () => {
    const network = (): never => {
      throw new Error("no route");
    };
    const page = createBrowser({ network }).open("https://myapp.com");
    const { opened, exchange } = await page.webSocket(socket);
    expect(opened).toBe(false);
    expect(exchange.conclusion).toMatchObject({ failure: { code: "network-error" } });
  });
});
