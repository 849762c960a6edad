import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOUND, type Gateways, startGateways } from "./gateways.ts";
import { type Answered, sendRaw, type Written } from "./raw-client.ts";
import { ScenarioTable } from "./scenarios.ts";
import { startStubbornUpstream, type StubbornUpstream } from "./stubborn-upstream.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const ORIGIN = "https://myapp.com";
const TIMEOUT = 1000;
/** The longest that a gateway can be set to, in seconds: who is answered has not waited for it. */
const PATIENT = { UPSTREAM_TIMEOUT: 600 };
/** Only what hangs takes so long. */
const HANGS = 120_000;

const CHUNKED = "Transfer-Encoding: chunked";
const SOCKET = [
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

/** How a visitor can begin a request and not end it. */
const UNENDED: readonly (readonly [how: string, lines: readonly string[], content: string])[] = [
  ["chunks that never begin", [CHUNKED], ""],
  ["a chunk that stops", [CHUNKED], "4\r\nbo"],
  ["chunks without an end", [CHUNKED], "4\r\nbody\r\n"],
  ["a length and nothing", ["Content-Length: 10"], ""],
  ["less than its length", ["Content-Length: 10"], "body"],
  ["a wait to be told to go on", ["Content-Length: 10", "Expect: 100-continue"], ""],
];

let upstream: Upstream;
let stubborn: StubbornUpstream;
let gateways: Gateways;
const table = new ScenarioTable();

beforeAll(async () => {
  [upstream, stubborn] = await Promise.all([startUpstream(), startStubbornUpstream()]);
  const common = { ALLOWED_ORIGINS: ORIGIN, UPSTREAM_TIMEOUT: TIMEOUT / 1000 };
  gateways = await startGateways({
    plain: { ...common, UPSTREAM: `http://localhost:${upstream.port}` },
    stubborn: { ...common, UPSTREAM: `http://localhost:${stubborn.port}` },
    bound: { ...common, UPSTREAM: BOUND },
    "patient plain": { ...common, ...PATIENT, UPSTREAM: `http://localhost:${upstream.port}` },
    "patient bound": { ...common, ...PATIENT, UPSTREAM: BOUND },
  });
});
afterAll(async () => {
  table.print("What an API does, and what the visitor gets");
  await gateways?.stop();
  await stubborn?.stop();
  await upstream?.stop();
});

async function ask(gateway: string, written: Written): Promise<Answered> {
  const answered = await sendRaw(await gateways.at(gateway), written, HANGS);
  const [line = ""] = written.lines;
  if (gateway === "stubborn") {
    const { status, milliseconds } = answered;
    table.note(line.replace(" HTTP/1.1", ""), `${status} in ${milliseconds.toFixed(0)} ms`);
  }
  return answered;
}

describe.concurrent.each(["plain", "bound"])(
  "%s: a visitor who never ends a request",
  (gateway) => {
    describe.each(UNENDED)("%s", (_, lines, content) => {
      it.each(["GET", "HEAD"])("%s: 400, by the time-out", async (method) => {
        const head = [`${method} /say HTTP/1.1`, `Origin: ${ORIGIN}`, ...lines];
        expect((await ask(gateway, { lines: head, content })).status).toBe(400);
      });

      it.each(["POST", "PUT", "OPTIONS", "QUERY"])(
        "%s: 504 from an API that waits for the end, by the time-out",
        async (method) => {
          const path = gateway === "bound" ? "/hang" : "/sum";
          const head = [`${method} ${path} HTTP/1.1`, `Origin: ${ORIGIN}`, ...lines];
          expect((await ask(gateway, { lines: head, content })).status).toBe(504);
        },
      );

      it("POST: the response of an API that does not wait for the end, before the time-out", async () => {
        const head = ["POST /say HTTP/1.1", `Origin: ${ORIGIN}`, ...lines];
        expect((await ask(`patient ${gateway}`, { lines: head, content })).status).toBe(200);
      });

      it("DELETE of another origin: 403, before the time-out", async () => {
        const head = ["DELETE /say HTTP/1.1", "Origin: https://evil.com", ...lines];
        expect((await ask(`patient ${gateway}`, { lines: head, content })).status).toBe(403);
      });
    });

    it.each<[string, Written, number]>([
      ["after the head", { lines: ["GET /say HTTP/1.1"] }, 200],
      ["before chunks", { lines: ["GET /say HTTP/1.1", CHUNKED] }, 400],
      [
        "within a body",
        { lines: ["POST /sum HTTP/1.1", "Content-Length: 9"], content: "body" },
        502,
      ],
    ])("a half-closed connection, %s: before the time-out", async (_, written, expected) => {
      const { status } = await ask(`patient ${gateway}`, { ...written, isHalfClosed: true });
      // A bound service that reads no body answers without it.
      expect(gateway === "bound" && expected === 502 ? 200 : expected).toBe(status);
    });
  },
);

describe.concurrent("an API that never answers", () => {
  it.each<[string, number]>([
    ["/silent", 504],
    ["/partial", 504],
    ["/continue", 504],
    ["/drip", 504],
    ["/half-closed", 502],
    ["/reset", 502],
  ])("%s: %i, by the time-out", async (path, expected) => {
    for (const lines of [[`GET ${path} HTTP/1.1`], [`POST ${path} HTTP/1.1`, CHUNKED]]) {
      expect((await ask("stubborn", { lines })).status).toBe(expected);
    }
  });

  it("a WebSocket: 504, by the time-out", async () => {
    const lines = ["GET /silent HTTP/1.1", `Origin: ${ORIGIN}`, ...SOCKET];
    expect((await ask("stubborn", { lines })).status).toBe(504);
  });

  it("and a visitor who is slow have one time-out between them", async () => {
    const answered: string[] = [];
    const send = async (name: string, written: Written): Promise<void> => {
      expect((await ask("stubborn", written)).status).toBe(504);
      answered.push(name);
    };
    const lines = ["GET /silent HTTP/1.1", CHUNKED];
    const slow = send("slow", { lines, pause: 0.8 * TIMEOUT, content: "0\r\n\r\n" });
    await new Promise((resolve) => setTimeout(resolve, 0.5 * TIMEOUT));
    // With two, the slow visitor's second would begin after this one's only one.
    await Promise.all([slow, send("later", { lines: ["GET /silent HTTP/1.1"] })]);
    expect(answered).toEqual(["slow", "later"]);
  });
});

describe("an API whose response can't be handed on", () => {
  it.each([
    [999, 502],
    [600, 502],
    [199, 502],
    [101, 502],
    [520, 502],
    [522, 504],
    [599, 599],
    [299, 299],
  ])("%i becomes %i", async (status, expected) => {
    const lines = [`GET /status/${status} HTTP/1.1`, `Origin: ${ORIGIN}`];
    expect((await ask("stubborn", { lines })).status).toBe(expected);
    expect(gateways.log.join("\n")).not.toContain("gateway: 500");
  });
});

describe("a request that is not meant for one host", () => {
  it.each([
    [["Host: a.example", "Host: b.example"]],
    [["Host: a.example, b.example"]],
    [["Host: a.example/x?y"]],
    [["Host: user@a.example"]],
    [["Host: a.example#"]],
    [["Host: a.example:port"]],
    [["Host: "]],
  ])("%j: 400, and nothing reaches the API", async (hosts) => {
    for (const origin of [[], [`Origin: ${ORIGIN}`], ["Origin: https://evil.com"]]) {
      upstream.seen.length = 0;
      const lines = ["GET /say HTTP/1.1", ...hosts, ...origin];
      const { status } = await ask("plain", { lines });
      expect(status).toBe(400);
      expect(upstream.seen.length).toBe(0);
    }
  });
});
