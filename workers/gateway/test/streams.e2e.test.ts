import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { hasChromium } from "@crossgate/testkit/chromium";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket as Client } from "ws";
import { type Gateways, startGateways } from "./gateways.ts";
import { type Pages, startPages } from "./page.ts";
import { ScenarioTable } from "./scenarios.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const CHUNK = 1024 * 1024;
const CHUNKS = 48;
const LONG = { timeout: 120_000 };

describe.skipIf(!hasChromium())("what streams", () => {
  const table = new ScenarioTable();
  let upstream: Upstream;
  let pages: Pages;
  let gateways: Gateways;
  let url: URL;

  beforeAll(async () => {
    upstream = await startUpstream();
    pages = await startPages();
    const plain = {
      UPSTREAM: `http://localhost:${upstream.port}`,
      ALLOWED_ORIGINS: [pages.allowed],
      // Shorter than the streams last: it ends with the headers.
      UPSTREAM_TIMEOUT: 2,
    };
    gateways = await startGateways({ plain, lenient: { ...plain, REFUSE_DENIED: false } });
    url = await gateways.at("plain");
  });
  afterAll(async () => {
    table.print("Streams through the gateway");
    await gateways?.stop();
    await pages?.stop();
    await upstream?.stop();
  });

  it("an upload from a page arrives whole", async () => {
    const page = await pages.open(pages.allowed);
    const had = await page.evaluate(async (target) => {
      const bytes = new Uint8Array(8 * 1024 * 1024).map((_, index) => index % 251);
      const response = await fetch(target, { method: "POST", body: bytes });
      const hash = Array.from(
        new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
        (byte) => byte.toString(16).padStart(2, "0"),
      ).join("");
      return { answer: await response.text(), hash, length: bytes.length };
    }, new URL("/sum", url).href);
    const { hash, length } = had;
    expect(JSON.parse(had.answer)).toEqual({ hash, length });
    table.note("8 MiB from a page", had.answer);
  });

  it("an upload begins to arrive before it has ended", async () => {
    const hash = createHash("sha256");
    const { hostname, port } = url;
    const headers = { origin: pages.allowed };
    const upload = request({ hostname, port, path: "/sum", method: "PUT", headers });
    const answered = once(upload, "response") as Promise<[IncomingMessage]>;
    const begun = upstream.seen.length;
    for (let sent = 0; sent < CHUNKS; sent++) {
      const chunk = randomBytes(CHUNK);
      hash.update(chunk);
      if (!upload.write(chunk)) await once(upload, "drain");
      if (sent === 0) await vi.waitUntil(() => upstream.seen.length > begun, LONG);
    }
    upload.end();
    const [response] = await answered;
    const answer: unknown = JSON.parse(await text(response));
    expect(answer).toEqual({ length: CHUNKS * CHUNK, hash: hash.digest("hex") });
    expect(response.headers["access-control-allow-origin"]).toBe(pages.allowed);
    table.note(`${CHUNKS} MiB streamed`, "the API had the request with the first of them");
  });

  it("an event stream outlives the time-out, event by event", async () => {
    const page = await pages.open(pages.allowed);
    const had = await page.evaluate(
      async (target) =>
        new Promise<string[]>((resolve, reject) => {
          const events: string[] = [];
          const source = new EventSource(target);
          source.addEventListener("error", () => reject(new Error(`after ${events.join()}`)));
          source.addEventListener("message", ({ data }) => {
            if (events.push(String(data)) < 10) return;
            source.close();
            resolve(events);
          });
        }),
      new URL("/events", url).href,
    );
    expect(had).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    table.note("an event stream, 1.5 times its time-out", had.join(" "));
  });

  it.each([
    ["plain", "allowed", "echo hello"],
    ["plain", "denied", "closed 1006"],
    ["lenient", "allowed", "echo hello"],
    ["lenient", "denied", "closed 1006"],
  ] as const)("%s: a WebSocket of an %s page: %s (R9)", async (gateway, from, expected) => {
    upstream.seen.length = 0;
    const page = await pages.open(pages[from]);
    const target = new URL("/socket", await gateways.at(gateway));
    target.protocol = "ws:";
    const had = await page.evaluate(
      async (target) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(target);
          socket.addEventListener("open", () => socket.send("hello"));
          socket.addEventListener("message", ({ data }: MessageEvent<string>) => resolve(data));
          socket.addEventListener("close", ({ code }) => resolve(`closed ${code}`));
        }),
      target.href,
    );
    expect(had).toBe(expected);
    expect(upstream.seen.length).toBe(from === "allowed" ? 1 : 0);
    table.note(`a WebSocket of an ${from} page, ${gateway}`, had);
  });

  it("a WebSocket's subprotocol and its closing pass both ways", async () => {
    const socket = new Client(new URL("/socket", url), ["chat"], { origin: pages.allowed });
    await once(socket, "open");
    expect(socket.protocol).toBe("chat");
    socket.close(4001, "enough");
    const [code] = await once(socket, "close");
    expect(code).toBe(4001);
  });
});
