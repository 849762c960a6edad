import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { BrowserOptions } from "../browser-options.ts";
import { addressSpaceOf } from "./address-space.ts";

const open = (): Response =>
  new Response("ok", { headers: { "access-control-allow-origin": "*" } });

async function codeOf(
  options: Partial<BrowserOptions>,
  page: string,
  url: string,
  init: object = {},
): Promise<string | null> {
  const browser = createBrowser({ network: open, profile: "chromium", ...options });
  const error: unknown = await browser
    .open(page)
    .fetch(url, init)
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  return error === null ? null : (error as { chromium: string }).chromium;
}

describe("a request from the web to a local network", () => {
  const denied = { localNetworkAccess: "denied" } as const;
  const granted = { localNetworkAccess: "granted" } as const;

  // As real Chromium answers with --ip-address-space-overrides and Browser.setPermission.
  it.each([
    [
      denied,
      "https://myapp.com",
      "http://127.0.0.1:8080/",
      {},
      "LocalNetworkAccessPermissionDenied",
    ],
    [
      denied,
      "https://myapp.com",
      "http://192.168.0.9/",
      { mode: "no-cors" },
      "LocalNetworkAccessPermissionDenied",
    ],
    [denied, "https://myapp.com", "https://api.example.com/", {}, null],
    [granted, "https://myapp.com", "http://127.0.0.1:8080/", {}, null],
    [granted, "http://myapp.com", "http://127.0.0.1:8080/", {}, "InsecureLocalNetwork"],
    [
      granted,
      "https://myapp.com",
      "http://127.0.0.1:8080/",
      { targetAddressSpace: "local" },
      "InvalidLocalNetworkAccess",
    ],
    [
      granted,
      "https://myapp.com",
      "https://api.example.com/",
      { targetAddressSpace: "loopback" },
      "InvalidLocalNetworkAccess",
    ],
    [denied, "http://192.168.0.2", "http://127.0.0.1:8080/", {}, null],
    [denied, "http://localhost:3000", "http://127.0.0.1:8080/", {}, null],
    [
      denied,
      "http://localhost:3000",
      "http://localhost:3000/",
      { targetAddressSpace: "public" },
      null,
    ],
    [{}, "https://myapp.com", "http://127.0.0.1:8080/", {}, null],
    [{ ...denied, profile: "webkit" }, "https://myapp.com", "http://127.0.0.1:8080/", {}, null],
  ] as const)("%j: %s to %s %j is %s", async (options, page, url, init, expected) => {
    expect(await codeOf(options, page, url, init)).toBe(expected);
  });

  // As real Firefox answers with network.lna.address_space overrides and a permission by default.
  it.each([
    ["denied", "https://myapp.com", "http://127.0.0.1:8080/", {}, true],
    ["denied", "http://myapp.com", "http://192.168.0.9/", { method: "PUT" }, true],
    ["denied", "http://192.168.0.2", "http://127.0.0.1:8080/", {}, false],
    ["granted", "http://myapp.com", "http://127.0.0.1:8080/", {}, false],
    ["granted", "https://myapp.com", "http://127.0.0.1/", { targetAddressSpace: "local" }, false],
  ] as const)("in Firefox, %s: %s to %s %j", async (access, page, url, init, isBlocked) => {
    const firefox = { localNetworkAccess: access, profile: "firefox" } as const;
    const code = isBlocked ? "LocalNetworkAccessPermissionDenied" : null;
    expect(await codeOf(firefox, page, url, init)).toBe(code);
  });

  it("is not sent, not even its preflight", async () => {
    const seen: string[] = [];
    const network = (request: Request): Response => {
      seen.push(request.method);
      return open();
    };
    await codeOf({ ...denied, network }, "https://myapp.com", "http://127.0.0.1/", {
      method: "PUT",
    });
    expect(seen).toEqual([]);
  });

  it("is refused where a redirect leads there", async () => {
    const network = (request: Request): Response =>
      request.url.startsWith("https:")
        ? new Response(null, {
            status: 302,
            headers: { location: "http://127.0.0.1/", "access-control-allow-origin": "*" },
          })
        : open();
    expect(
      await codeOf({ ...denied, network }, "https://myapp.com", "https://api.example.com/"),
    ).toBe("LocalNetworkAccessPermissionDenied");
  });
});

describe("address spaces", () => {
  it.each([
    ["http://localhost/", "loopback"],
    ["http://a.localhost/", "loopback"],
    ["http://127.8.8.8/", "loopback"],
    ["http://[::1]/", "loopback"],
    ["http://10.0.0.1/", "local"],
    ["http://172.31.0.1/", "local"],
    ["http://172.32.0.1/", "public"],
    ["http://192.168.1.1/", "local"],
    ["http://169.254.1.1/", "local"],
    ["http://[fd00::1]/", "local"],
    ["http://[fe80::1]/", "local"],
    ["http://printer.local/", "local"],
    ["http://8.8.8.8/", "public"],
    ["https://example.com/", "public"],
  ] as const)("%s is %s", (url, expected) => {
    expect(addressSpaceOf(new URL(url), undefined)).toBe(expected);
  });

  it("are what they are said to be, by host, by host and port, or by a function", () => {
    const url = new URL("http://localhost:8080/");
    expect(addressSpaceOf(url, { localhost: "public" })).toBe("public");
    expect(addressSpaceOf(url, { localhost: "public", "localhost:8080": "local" })).toBe("local");
    expect(addressSpaceOf(url, () => "public")).toBe("public");
    expect(addressSpaceOf(url, () => undefined)).toBe("loopback");
  });
});
