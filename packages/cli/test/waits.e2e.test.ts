import type { RequestListener } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { explain, type Question } from "../src/index.ts";
import { runListener } from "./running.ts";
import { waitsOf } from "./waits.ts";

const plain: RequestListener = (_, response) => void response.end("data");
const unrouted: RequestListener = ({ method }, response) => {
  response.statusCode = method === "OPTIONS" ? 404 : 200;
  response.end("data");
};
const readable: RequestListener = (_, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end("data");
};
/** Sends its headers, a line, and never ends; some drip on. */
const endless =
  (headers: Readonly<Record<string, string>>, drips: boolean): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", ...headers });
    response.write(": hello\n\n");
    const timer = setInterval(() => drips && response.write("data: x\n\n"), 50);
    response.on("close", () => clearInterval(timer));
  };
const open = { "access-control-allow-origin": "*" };
const json: Partial<Question> = {
  method: "POST",
  headers: [["content-type", "application/json"]],
  body: "{}",
};

async function waitsOfExplain(
  listener: RequestListener,
  question: Partial<Question>,
): Promise<number> {
  const { port, stop } = await runListener(listener);
  onTestFinished(stop);
  const url = `http://localhost:${port}/`;
  return waitsOf(() => explain({ url, origin: "http://localhost:3000", ...question }));
}

describe("W6: explain waits", () => {
  it.each([
    ["a server without CORS", plain, {}],
    ["a preflight without a route", unrouted, json],
    ["a page that may read", readable, {}],
  ] as const)("for no more than a second: %s", async (_, listener, question) => {
    expect(await waitsOfExplain(listener, question)).toBeLessThanOrEqual(1000);
  });

  it.each([
    ["that blocks", endless({}, true), {}],
    ["that is open", endless(open, true), { as: "eventsource" }],
    ["that is open and silent", endless(open, false), {}],
    ["behind a preflight that is endless too", endless({}, false), json],
  ] as const)(
    "for no more than a second for an endless answer %s",
    async (_, listener, question) => {
      expect(await waitsOfExplain(listener, question)).toBeLessThanOrEqual(1000);
    },
  );
});
