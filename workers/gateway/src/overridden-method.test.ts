import { createCors } from "@crossgate/core";
import { expect, it } from "vitest";
import { smuggledMethod } from "./overridden-method.ts";
import type { Policy } from "./policy.ts";

const PAGE = "https://myapp.com";

function policy(allowMethods: "*" | readonly string[]): Policy {
  return createCors({ origin: PAGE, allowMethods });
}

it.each<[string, string, "*" | readonly string[], string | undefined]>([
  ["x-http-method-override", "DELETE", ["DELETE"], undefined],
  ["x-http-method-override", "DELETE", "*", undefined],
  ["x-http-method-override", "DELETE", ["PUT"], "DELETE"],
  ["x-http-method-override", " delete ", ["PUT"], "DELETE"],
  ["x-http-method-override", "patch", ["PATCH"], undefined],
  ["x-method-override", "DELETE", [], "DELETE"],
  ["x_http_method", "DELETE", [], "DELETE"],
  ["x-http-method-override", "GET", [], undefined],
  ["x-http-method-override", "POST", [], undefined],
  ["x-http-method-override", "TRACE", "*", "TRACE"],
  ["x-http-method-override", "CONNECT", "*", "CONNECT"],
  ["x-http-method-override", "GET, DELETE", ["PUT"], "GET, DELETE"],
  ["x-own-method", "DELETE", [], undefined],
])("%s: %j under %j: %s", (name, method, allowed, expected) => {
  const headers = { origin: PAGE, [name]: method };
  const request = new Request("https://api.example/", { method: "POST", headers });
  expect(smuggledMethod(request, policy(allowed))).toBe(expected);
});

it("is nothing that a visitor without a page is asked about", () => {
  const headers = { "x-http-method-override": "DELETE" };
  const request = new Request("https://api.example/", { method: "POST", headers });
  expect(smuggledMethod(request, policy([]))).toBeUndefined();
});
