import { describe, expect, it } from "vitest";
import { withoutHopByHop } from "./hop-by-hop.ts";

describe("withoutHopByHop (RFC 9110, 7.6.1)", () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ["nothing to take", { accept: "*/*" }, { accept: "*/*" }],
    [
      "what is always of one connection",
      {
        "keep-alive": "timeout=5",
        te: "trailers",
        trailer: "Expires",
        "transfer-encoding": "chunked",
        upgrade: "h2c",
        "proxy-authorization": "Basic eA==",
        "proxy-connection": "keep-alive",
        accept: "*/*",
      },
      { accept: "*/*" },
    ],
    [
      "what Connection names",
      { connection: "close, X-Hop ,x-other", "x-hop": "1", "x-other": "2", "x-kept": "3" },
      { "x-kept": "3" },
    ],
    [
      "a Connection that names no field",
      { connection: ", /?, ", accept: "*/*" },
      { accept: "*/*" },
    ],
  ])("%s", (_, given, kept) => {
    expect(Object.fromEntries(withoutHopByHop(new Headers(given)))).toEqual(kept);
  });

  it("leaves the given headers, and several cookies, as they are", () => {
    const given = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
      ["keep-alive", "timeout=5"],
    ]);
    expect(withoutHopByHop(given).getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(given.has("keep-alive")).toBe(true);
  });
});
