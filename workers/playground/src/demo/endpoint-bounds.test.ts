import { describe, expect, it } from "vitest";
import { type Call, callUrl } from "./call.ts";
import { answerCall, type Places } from "./endpoint.ts";

const PLACES: Places = { page: "https://page.example", api: "https://api.example" };
const POLICY = '{ origin: "https://page.example", credentials: true, allowMethods: ["PUT"] }';
const CALL: Call = { answer: "data", server: { kind: "policy", policy: POLICY }, run: "r1" };

function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { origin: PLACES.page, ...(init.headers as Record<string, string>) };
  return answerCall(new Request(url, { ...init, headers }), PLACES);
}

function byHand(headers: string, preflight = 204): string {
  return callUrl(PLACES.api, { ...CALL, server: { kind: "by-hand", headers, preflight } });
}

const REFUSED: readonly (readonly [why: string, url: string, text: RegExp])[] = [
  ["no policy that parses", callUrl(PLACES.api, withPolicy("{")), /policy: invalid/],
  [
    "a policy createCors refuses",
    callUrl(PLACES.api, withPolicy("{ origin: [] }")),
    /CORS policy refused/,
  ],
  ["an endless RegExp", callUrl(PLACES.api, withPolicy("{ origin: /^(a+)+$/ }")), /too long/],
  [
    "too many values",
    callUrl(PLACES.api, withPolicy(`{ origin: [${'"a",'.repeat(65)}] }`)),
    /more than 64/,
  ],
  ["a policy that is too long", callUrl(PLACES.api, withPolicy(" ".repeat(5000))), /longer than/],
  ["no such answer", `${PLACES.api}/demo/other?run=a&policy={}`, /no such answer/],
  ["no run", `${PLACES.api}/demo/data?policy={}`, /run: write/],
  ["a run with a line break", `${PLACES.api}/demo/data?policy={}&run=a%0d%0ab`, /run: write/],
  ["a status of its own", byHand("", 418), /preflight: write/],
  ["a cookie", byHand("Set-Cookie: a=b"), /"set-cookie" is not among/],
  ["a type", byHand("Content-Type: text/html"), /"content-type" is not among/],
  ["a place to go", byHand("Location: https://evil.example"), /"location" is not among/],
  ["a policy for documents", byHand("Content-Security-Policy: x"), /is not among/],
  ["a clickjacker's friend", byHand("X-Frame-Options: ALLOWALL"), /is not among/],
  ["a line break in a value", byHand("Vary: a\rSet-Cookie: a=b"), /printable/],
  ["a value beyond ASCII", byHand("Vary: ä"), /printable/],
  ["a long value", byHand(`Vary: ${"a".repeat(300)}`), /longer than/],
  ["many lines", byHand("Vary: a\n".repeat(13)), /more than 12/],
];

function withPolicy(policy: string): Call {
  return { ...CALL, server: { kind: "policy", policy } };
}

describe("a call out of bounds", () => {
  it.each(REFUSED)("%s is refused as plain text, to no one", async (_why, url, text) => {
    const response = await ask(url);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(text);
    expect(response.headers.get("content-type")).toBe("text/plain;charset=UTF-8");
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
  });

  it("a body that is too long is not read to its end", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const init = { method: "PUT", body, duplex: "half" } as RequestInit;
    const response = await ask(callUrl(PLACES.api, CALL), init);
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(8);
  });
});
