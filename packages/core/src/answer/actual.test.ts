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

describe("R5: a copy says how its own body is sent", () => {
  const ENCODED = { "content-encoding": "gzip", "content-length": "36", etag: '"a"' };
  const FETCHED = { url: "https://api.example" };

  function copyOf(init: ResponseInit, members: object, body: string | null = "decoded"): Response {
    const response = new Response(body, init);
    for (const [name, value] of Object.entries(members)) {
      Object.defineProperty(response, name, { value });
    }
    vi.spyOn(response.headers, "append").mockImplementation(() => {
      throw new TypeError("immutable");
    });
    return verdict.apply(response);
  }

  test.each(["gzip", "br"])("what was fetched as %s is decoded", async (coding) => {
    const copy = copyOf({ headers: { ...ENCODED, "content-encoding": coding } }, FETCHED);
    expect([copy.headers.get("content-encoding"), copy.headers.get("content-length")]).toEqual([
      null,
      null,
    ]);
    expect([copy.headers.get("etag"), await copy.text()]).toEqual(['"a"', "decoded"]);
  });

  test.each<[string, ResponseInit, object, (string | null)?]>([
    ["was made here, and not fetched", { headers: ENCODED }, {}],
    ["is a part", { status: 206, headers: ENCODED }, FETCHED],
    ["was fetched on workerd", { headers: ENCODED }, { ...FETCHED, webSocket: null }],
    ["has no body, as after HEAD", { headers: ENCODED }, FETCHED, null],
    [
      "has a coding that hosts don't know",
      { headers: { ...ENCODED, "content-encoding": "zz" } },
      FETCHED,
    ],
  ])("what %s keeps what it says", (_, init, members, body) => {
    const { headers } = copyOf(init, members, body);
    expect(headers.has("content-encoding")).toBe(true);
    expect(headers.get("content-length")).toBe("36");
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
