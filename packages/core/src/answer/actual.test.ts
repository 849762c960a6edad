import { describe, expect, test, vi } from "vitest";
import { createCors } from "../cors.ts";

const PAGE = "https://myapp.com";

class Own extends Response {}

const verdict = createCors({ origin: [PAGE, "https://other.example"] }).check(
  new Request("https://api.example.com/", { headers: { origin: PAGE } }),
);

describe("R6: a response that its handler can't send again is decorated in place", () => {
  test.each<[string, Response]>([
    ["one with a body and a type", Response.json({}, { status: 404 })],
    ["one with a body alone", new Response(new ReadableStream(), { status: 404 })],
    ["a 200 without a body", new Response(null)],
    ["one of a framework's own class", new Own(null, { status: 404 })],
    ["one that varies by another field", new Response("", { headers: { vary: "accept" } })],
    [
      "one with a header of that name's kind",
      new Response("", { headers: { "access-control-x": "1" } }),
    ],
  ])("%s", (_, response) => {
    expect(verdict.apply(response)).toBe(response);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.headers.get("vary")).toContain("Origin");
  });
});

test("R5: no one looks at the body of a response that has a type", () => {
  const look = vi.fn<() => null>(() => null);
  const response = Object.defineProperty(Response.json({}, { status: 404 }), "body", { get: look });
  expect(verdict.apply(response)).toBe(response);
  expect(look).not.toHaveBeenCalled();
});

describe("R6: a response that its handler may send again is copied", () => {
  test.each<[string, Response]>([
    ["one without a body", new Response(null, { status: 404 })],
    ["one that varies by origin", new Response("", { headers: { vary: "accept, origin" } })],
    ["one with an origin", new Response("", { headers: { "access-control-allow-origin": "*" } })],
    ["one with a lifetime", new Response("", { headers: { "access-control-max-age": "5" } })],
  ])("%s", (_, response) => {
    const before = [...response.headers];
    const copy = verdict.apply(response);
    expect(copy).not.toBe(response);
    expect(copy.status).toBe(response.status);
    expect(copy.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect([...response.headers]).toEqual(before);
  });

  test("what has no copy becomes 502, with the gate's headers", () => {
    vi.spyOn(console, "error").mockReturnValueOnce();
    const odd = Object.defineProperty(Response.redirect(PAGE), "status", { value: 999 });
    const { status, headers } = verdict.apply(odd);
    expect([status, headers.get("access-control-allow-origin")]).toEqual([502, PAGE]);
  });
});

describe("R6: a fetched response is tried only where an error costs little", () => {
  test.each([
    ["of workerd is copied at once", { webSocket: null, url: "https://api.example" }, 0],
    ["of another runtime is tried first", { url: "https://api.example" }, 1],
    ["that workerd has made, and not fetched, is tried", { webSocket: null, url: "" }, 1],
  ])("one %s", (_, members, tries) => {
    const fetched = new Response("text", { headers: { "x-own": "1" } });
    for (const [name, value] of Object.entries(members)) {
      Object.defineProperty(fetched, name, { value });
    }
    const append = vi.spyOn(fetched.headers, "append").mockImplementation(() => {
      throw new TypeError("immutable");
    });
    const copy = verdict.apply(fetched);
    expect(append).toHaveBeenCalledTimes(tries);
    expect(copy).not.toBe(fetched);
    expect(copy.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(copy.headers.get("x-own")).toBe("1");
  });

  test("no one looks at the URL where workerd is not the host", () => {
    const look = vi.fn<() => string>(() => "");
    const response = Object.defineProperty(new Response(""), "url", { get: look });
    expect(verdict.apply(response)).toBe(response);
    expect(look).not.toHaveBeenCalled();
  });
});
