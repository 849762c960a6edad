import { describe, expect, it } from "vitest";
import { hopByHopOf } from "./hop-by-hop.ts";

function ending(headers: Record<string, string>): readonly string[] {
  const names = hopByHopOf(new Headers(headers));
  return Object.keys(headers).filter((name) => names.has(name));
}

describe("hopByHopOf (RFC 9110, 7.6.1)", () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ["nothing", { accept: "*/*", "set-cookie": "a=1" }, []],
    [
      "what is always of one connection",
      {
        accept: "*/*",
        "keep-alive": "timeout=5",
        "proxy-authorization": "Basic eA==",
        te: "trailers",
        trailer: "expires",
        "transfer-encoding": "chunked",
        upgrade: "h2c",
      },
      ["keep-alive", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"],
    ],
    [
      "what Connection lists",
      { connection: "close, X-Hop ,x-other,,", "x-hop": "1", "x-other": "2", "x-kept": "3" },
      ["connection", "x-hop", "x-other"],
    ],
  ])("names %s", (_, headers, expected) => {
    expect(ending(headers)).toEqual(expected);
  });

  it("forgets what another message listed", () => {
    expect(ending({ connection: "x-hop", "x-hop": "1" })).toContain("x-hop");
    expect(ending({ "x-hop": "1" })).toEqual([]);
  });
});
