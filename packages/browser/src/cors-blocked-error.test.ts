import { describe, expect, it } from "vitest";
import { createBrowser } from "./create-browser.ts";
import { corsCodes } from "./codes.ts";
import type { Profile } from "./profile.ts";

const api = "https://api.example.com/data";

async function errorFrom(
  profile: Profile,
  headers: Record<string, string>,
  init: RequestInit = {},
): Promise<unknown> {
  const browser = createBrowser({ profile, network: () => new Response("", { headers }) });
  return browser
    .open("https://myapp.com")
    .fetch(api, { ...init, mode: "cors" })
    .catch((reason: unknown) => reason);
}

describe("CorsBlockedError", () => {
  it("is what a browser rejects with, and tells what a browser tells its console", async () => {
    const error = await errorFrom("chromium", {});
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      name: "CorsBlockedError",
      code: "acao-missing",
      phase: "actual",
      chromium: "MissingAllowOriginHeader",
      failedParameter: "",
      message: `Access to fetch at '${api}' from origin 'https://myapp.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      explanation:
        "https://api.example.com answered without Access-Control-Allow-Origin. The browser therefore keeps the response from https://myapp.com.",
    });
  });

  it("names the preflight's own error, the culprit and the option that mends it", async () => {
    const headers = { "access-control-allow-origin": "*" };
    expect(await errorFrom("chromium", headers, { method: "PUT" })).toMatchObject({
      phase: "preflight",
      chromium: "MethodDisallowedByPreflightResponse",
      failedParameter: "PUT",
      fix: expect.stringContaining("allowMethods"),
    });
    expect(await errorFrom("chromium", {}, { method: "PUT" })).toMatchObject({
      chromium: "PreflightMissingAllowOriginHeader",
      message: expect.stringContaining(
        "Response to preflight request doesn't pass access control check",
      ),
    });
  });

  it.each([
    [
      "firefox",
      "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.",
    ],
    [
      "webkit",
      "Origin https://myapp.com is not allowed by Access-Control-Allow-Origin. Status code: 200",
    ],
  ] as const)("speaks like %s", async (profile, message) => {
    expect(await errorFrom(profile, {})).toMatchObject({ message });
  });

  it("keeps the exchange out of what test runners print", async () => {
    const error = await errorFrom("spec", {});
    expect(Object.keys(error as object)).not.toContain("exchange");
    expect(error).toHaveProperty("exchange.kind", "actual");
  });
});

describe("corsCodes", () => {
  it.each(Object.entries(corsCodes))(
    "%s is explained in two sentences, with a cure",
    (_, entry) => {
      const sentences = entry.explanation.replaceAll(/\{\w+\}/g, "it").split(/[.] (?=[A-Z])/);
      expect(sentences).toHaveLength(2);
      expect(entry.fix).toMatch(/^(?:Server|Page): /);
      expect(entry.step).toMatch(
        /^https:\/\/(?:fetch\.spec\.whatwg\.org|wicg\.github\.io\/local-network-access)\/#/,
      );
    },
  );
});
