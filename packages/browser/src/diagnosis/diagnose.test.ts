import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { PageRequestInit } from "../request/init.ts";
import type { Diagnosis } from "./diagnose.ts";
import { diagnose } from "./diagnose.ts";

const api = "https://api.example.com/data";
const mine = { "access-control-allow-origin": "https://myapp.com", vary: "Origin" };

type Answer = readonly [status: number, headers: Record<string, string>];

/** Fetches once per answer list, and diagnoses the last exchange. */
async function diagnosisOf(
  answers: readonly Answer[],
  init: PageRequestInit = {},
): Promise<Diagnosis> {
  const left = [...answers];
  const browser = createBrowser({
    profile: "chromium",
    network() {
      const [status, headers] = left.shift() ?? [200, {}];
      return new Response(null, { status, headers });
    },
  });
  const page = browser.open("https://myapp.com");
  while (left.length > 0) await page.fetch(api, init).catch(() => undefined);
  const last = page.exchanges.at(-1);
  if (!last) throw new Error("nothing was sent");
  return diagnose(last);
}

const codes = (list: readonly { readonly code: string }[]): string[] =>
  list.map(({ code }) => code);

describe("diagnose", () => {
  it("finds nothing where nothing is wrong", async () => {
    const diagnosis = await diagnosisOf([[200, mine]]);
    expect(diagnosis).toEqual({ failure: undefined, further: [], warnings: [] });
  });

  it("tells the first failure, and all behind it", async () => {
    const headers = {
      "access-control-allow-origin": "https://other.example",
      "access-control-allow-methods": "GET",
      "access-control-allow-headers": "x-other",
    };
    const { failure, further } = await diagnosisOf([[404, headers]], {
      method: "PUT",
      credentials: "include",
      headers: { "x-b": "1", "x-a": "1" },
    });
    expect(failure?.code).toBe("acao-mismatch");
    expect(codes(further)).toEqual([
      "acac-missing",
      "preflight-status",
      "method-not-allowed",
      "header-not-allowed",
      "header-not-allowed",
    ]);
  });

  it.each<[string, readonly Answer[], PageRequestInit, string]>([
    [
      "a missing Vary",
      [[200, { "access-control-allow-origin": "https://myapp.com" }]],
      {},
      "vary-missing",
    ],
    [
      "headers that are not exposed",
      [[200, { ...mine, etag: '"a"', "x-page": "1" }]],
      {},
      "headers-not-exposed",
    ],
    [
      "a redirect in front of OPTIONS",
      [[302, { ...mine, location: "/login" }]],
      { method: "PUT" },
      "preflight-redirected",
    ],
    ["a login in front of OPTIONS", [[401, mine]], { method: "PUT" }, "preflight-needs-login"],
    [
      "errors without CORS headers",
      [
        [200, mine],
        [500, {}],
      ],
      {},
      "acao-missing-on-error",
    ],
    [
      "a second Allow-Origin",
      [[200, { ...mine, "access-control-allow-origin": "https://myapp.com, *" }]],
      {},
      "acao-duplicate",
    ],
  ])("warns of %s", async (_, answers, init, code) => {
    const { warnings } = await diagnosisOf(answers, init);
    expect(codes(warnings)).toContain(code);
  });

  it("names the hidden headers", async () => {
    const { warnings } = await diagnosisOf([[200, { ...mine, etag: '"a"', "x-page": "1" }]]);
    expect(warnings[0]?.explanation).toContain("etag, x-page");
  });

  it("warns of what the preflight shows, on the preflight", async () => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    const browser = createBrowser({
      profile: "firefox",
      network: () => new Response(null, { headers }),
    });
    const page = browser.open("https://myapp.com");
    await page.fetch(api, { headers: { authorization: "secret" } });
    const [preflight] = page.exchanges;
    expect(codes(preflight ? diagnose(preflight).warnings : [])).toEqual([
      "authorization-under-wildcard",
      "max-age-short",
    ]);
  });
});
