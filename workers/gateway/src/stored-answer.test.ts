import { describe, expect, it } from "vitest";
import { fromStored, toStored } from "./stored-answer.ts";

const BYTES = new TextEncoder().encode("abc");
const PUBLIC = { "cache-control": "public, max-age=60" };

function store(headers: Record<string, string>): Response {
  return toStored(new Response(null, { headers }), BYTES);
}

describe("an answer in the store", () => {
  it.each<[Record<string, string>, number]>([
    [PUBLIC, 60],
    [{ ...PUBLIC, "cdn-cache-control": "max-age=5" }, 5],
    [{ "cdn-cache-control": "max-age=5" }, 5],
    [
      { ...PUBLIC, "cloudflare-cdn-cache-control": "max-age=7", "cdn-cache-control": "no-store" },
      7,
    ],
  ])("%j lasts %i seconds, and comes out as it was", async (headers, seconds) => {
    const stored = store(headers);
    expect(stored.headers.get("cache-control")).toBe(`max-age=${seconds}`);
    expect(stored.headers.get("cdn-cache-control")).toBeNull();
    expect(stored.headers.get("cloudflare-cdn-cache-control")).toBeNull();
    const answer = fromStored(stored);
    expect(Object.fromEntries(answer.headers)).toEqual({ ...headers, "content-length": "3" });
    expect(await answer.text()).toBe("abc");
  });

  it("takes no word of the upstream for what it has put aside itself", () => {
    const answer = fromStored(
      store({ ...PUBLIC, "x-crossgate-aside-cdn-cache-control": "max-age=9" }),
    );
    expect(Object.fromEntries(answer.headers)).toEqual({ ...PUBLIC, "content-length": "3" });
  });
});
