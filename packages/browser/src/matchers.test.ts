import { describe, expect, it } from "vitest";
import { createBrowser } from "./create-browser.ts";
import type { Page } from "./page.ts";
import { corsMatchers } from "./matchers.ts";

const api = "https://api.example.com/data";

function pageWith(headers: Record<string, string>): Page {
  const network = (): Response => new Response("ok", { headers });
  return createBrowser({ network, profile: "chromium" }).open("https://myapp.com");
}
const allowed = pageWith({ "access-control-allow-origin": "https://myapp.com" });
const silent = pageWith({});

describe("corsMatchers", () => {
  it("take what is as it should be", async () => {
    expect(await corsMatchers.toBeAbleToRead(allowed, api)).toMatchObject({ pass: true });
    expect(await corsMatchers.toBeBlockedWith(silent, "acao-missing", api)).toMatchObject({
      pass: true,
    });
  });

  it("explain a page that cannot read", async () => {
    const { pass, message } = await corsMatchers.toBeAbleToRead(silent, api);
    expect(pass).toBe(false);
    expect(message().split("\n")).toEqual([
      `Expected a page on https://myapp.com to be able to read ${api}.`,
      expect.stringContaining("has been blocked by CORS policy: No 'Access-Control-Allow-Origin'"),
      expect.stringContaining("https://api.example.com"),
      expect.stringMatching(/^(?:Server|Page): /),
    ]);
  });

  it("say that an opaque response is none to read", async () => {
    const { pass, message } = await corsMatchers.toBeAbleToRead(silent, api, { mode: "no-cors" });
    expect(pass).toBe(false);
    expect(message()).toContain("opaque response");
  });

  it("name the reason there was", async () => {
    const other = await corsMatchers.toBeBlockedWith(silent, "acao-mismatch", api);
    expect([other.pass, other.message()]).toEqual([
      false,
      expect.stringContaining("blocked with acao-missing"),
    ]);
    const none = await corsMatchers.toBeBlockedWith(allowed, "acao-mismatch", api);
    expect([none.pass, none.message()]).toEqual([
      false,
      expect.stringContaining("was not blocked"),
    ]);
  });

  it("have texts for .not", async () => {
    expect((await corsMatchers.toBeAbleToRead(allowed, api)).message()).toContain("and it is");
    expect((await corsMatchers.toBeBlockedWith(silent, "acao-missing", api)).message()).toContain(
      "and it was",
    );
  });
});
