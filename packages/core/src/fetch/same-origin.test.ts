import { describe, expect, test } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

describe("R9: a request whose URL is no URL", () => {
  // Bun shows it so where the client sends no Host header, or one that makes no URL.
  const request = { url: "/admin", headers: new Headers() } as Request;

  test("is no one's own, and throws nothing", () => {
    for (const origin of ["http://admin", "https://", "null"]) {
      expect(isSameOrigin(request, origin, undefined)).toBe(false);
    }
  });

  test("is the server's own where selfOrigins or the browser says so", () => {
    expect(isSameOrigin(request, "http://api", (origin) => origin === "http://api")).toBe(true);
    const headers = new Headers({ "sec-fetch-site": "same-origin" });
    expect(isSameOrigin({ url: "/admin", headers } as Request, "http://api", undefined)).toBe(true);
  });
});
