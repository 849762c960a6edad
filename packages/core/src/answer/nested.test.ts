import { expect, test } from "vitest";
import { createCors } from "../cors.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { applyInside } from "./inside.ts";

const PAGE = "https://myapp.com";

function verdictOf(options: object = {}): Verdict {
  const cors = createCors({ origin: PAGE, ...options });
  return cors.check(new Request("https://api.example.com/", { headers: { origin: PAGE } }));
}

test("R3: names that middleware adds between two gates are the handler's, those of the inner gate are not", () => {
  const inner = verdictOf({ exposeHeaders: ["x-inner"] });
  const outer = verdictOf({ exposeHeaders: ["x-outer"] });
  const handled = new Response("", { headers: { "access-control-expose-headers": "x-own" } });
  const between = inner.apply(handled);
  between.headers.append("access-control-expose-headers", "x-between");
  const { headers } = outer.apply(between);
  expect(headers.get("access-control-expose-headers")).toBe("x-outer,x-own,x-between");
});

test("R3: what middleware writes in place of an inner gate's names stands alone", () => {
  const between = verdictOf({ exposeHeaders: ["x-inner"] }).apply(new Response(""));
  between.headers.set("access-control-expose-headers", "x-between");
  const { headers } = verdictOf().apply(between);
  expect(headers.get("access-control-expose-headers")).toBe("x-between");
});

test("R3: an inner gate's names that middleware removes stay away", () => {
  const between = verdictOf({ exposeHeaders: ["x-inner"] }).apply(new Response(""));
  between.headers.delete("access-control-expose-headers");
  const { headers } = verdictOf().apply(between);
  expect(headers.get("access-control-expose-headers")).toBeNull();
});

test("R3: what middleware exposes behind an inner gate that denies is the handler's", () => {
  const inner = verdictOf({ origin: ["https://a.example", "https://b.example"] });
  const open = new Response("", { headers: { "access-control-allow-origin": "*" } });
  const between = inner.apply(open);
  between.headers.set("access-control-expose-headers", "x-between");
  const { headers } = verdictOf().apply(between);
  expect(headers.get("access-control-expose-headers")).toBe("x-between");
});

test("R3, R7: inside another gate the handler's own headers are left, and no gate's", () => {
  const headers = { "access-control-expose-headers": "x-own", "x-other": "1" };
  const inner = verdictOf({ exposeHeaders: ["x-inner"] });
  const answer = applyInside(inner, new Response("", { headers }));
  expect(answer.headers.get("access-control-expose-headers")).toBe("x-own");
  expect(answer.headers.has("access-control-allow-origin")).toBe(false);
  const cors = createCors({ origin: [PAGE, "https://b.example"], refuseDenied: true });
  const evil = { origin: "https://evil.example" };
  const refused = cors.check(new Request("https://api.example.com/", { headers: evil }));
  const refusal = applyInside(refused, refused.response as Response);
  expect([refusal.status, refusal.headers.get("vary")]).toEqual([403, "Origin"]);
  expect(refusal).toBe(refused.response);
});

test("A6: what middleware writes over an inner gate's preflight is the handler's", () => {
  const asked = { origin: PAGE, "access-control-request-method": "PUT" };
  const preflight = new Request("https://api.example.com/", { method: "OPTIONS", headers: asked });
  const inner = createCors({ origin: PAGE, maxAge: 1 }).check(preflight).response as Response;
  inner.headers.set("access-control-max-age", "7");
  const outer = createCors({ origin: PAGE, preflightContinue: true, maxAge: 2 }).check(preflight);
  expect(outer.apply(inner).headers.get("access-control-max-age")).toBe("7");
});

test("R6: a protocol switch inside another gate comes out as it went in", () => {
  const own: [string, string][] = [
    ["access-control-allow-origin", "*"],
    ["x-own", "1"],
  ];
  const upgrade = { status: 101, headers: new Headers(own) } as Response;
  expect(applyInside(verdictOf(), upgrade)).toBe(upgrade);
  expect([...upgrade.headers]).toEqual(own);
});
