import { createCors } from "@crossgate/core";
import { expect, it } from "vitest";
import { readFields } from "./read-fields.ts";
import { isSmuggling } from "./overridden-method.ts";
import type { Policy } from "./policy.ts";

const PAGE = "https://myapp.com";
const PASSING = { passCookies: true, passAuthorization: true, passOrigin: true };

function policy(allowMethods: "*" | readonly string[]): Policy {
  return createCors({ origin: PAGE, allowMethods });
}

it.each<[string, string, "*" | readonly string[], boolean]>([
  ["x-http-method-override", "DELETE", ["DELETE"], false],
  ["x-http-method-override", "DELETE", "*", false],
  ["x-http-method-override", "DELETE", ["PUT"], true],
  ["x-http-method-override", " delete ", ["PUT"], true],
  ["x-http-method-override", "patch", ["PATCH"], false],
  ["x-method-override", "DELETE", [], true],
  ["x_http_method", "DELETE", [], true],
  ["x-http-method-override", "GET", [], false],
  ["x-http-method-override", "POST", [], false],
  ["x-http-method-override", "TRACE", "*", true],
  ["x-http-method-override", "CONNECT", "*", true],
  ["x-http-method-override", "GET, DELETE", ["PUT"], true],
  ["x-own-method", "DELETE", [], false],
])("%s: %j under %j: %s", (name, method, allowed, expected) => {
  const headers = { origin: PAGE, [name]: method };
  const request = new Request("https://api.example/", { method: "POST", headers });
  expect(isSmuggling(request, readFields(request.headers, PASSING), policy(allowed))).toBe(
    expected,
  );
});

it("is nothing that a visitor without a page is asked about", () => {
  const headers = { "x-http-method-override": "DELETE" };
  const request = new Request("https://api.example/", { method: "POST", headers });
  expect(isSmuggling(request, readFields(request.headers, PASSING), policy([]))).toBe(false);
});
