import type { CorsCode } from "@crossgate/browser";
import { describe, expect, it } from "vitest";
import { pageOrigin } from "../../scripts/error-scenes.ts";
import { linesOf } from "../../test/engine-lines.ts";
import { type Given, readConsole } from "./index.ts";

/** Several codes share a sentence; the line tells the commoner one. */
const siblings: Partial<Record<CorsCode, CorsCode>> = {
  "acao-not-serialized": "acao-mismatch",
  "redirect-origin-null": "acao-mismatch",
  "authorization-needs-explicit": "header-not-allowed",
  "acac-missing": "acac-not-true",
  "redirect-mode-same-origin": "mode-same-origin",
  "redirect-scheme": "scheme-not-http",
};
const kinInFirefox: Partial<Record<CorsCode, readonly string[]>> = {
  "acac-not-true": ["acac-missing"],
  "acac-missing": ["acac-missing"],
  "acao-invalid": ["acao-mismatch"],
  "redirect-userinfo": ["network-error"],
};

describe.each(["chromium", "firefox", "webkit"] as const)("the console of %s", (engine) => {
  it("is understood whatever it says, and whatever is copied around it", async () => {
    const errors = await linesOf(engine);
    expect(errors.length).toBeGreaterThan(12);
    for (const { message } of errors) {
      const given = readConsole(`[Error] ${message} (app.js:12)`);
      expect([message, given?.kind, given?.profile]).toEqual([message, "console", engine]);
    }
  });
});

describe.each(["chromium", "firefox"] as const)("the console of %s", (engine) => {
  it("tells the code and the URL", async () => {
    for (const { message, code, exchange } of await linesOf(engine)) {
      const given = readConsole(message);
      expect(exchange.state.urls.map(({ href }) => href)).toContain(given?.url);
      const told = given?.said ?? "nothing";
      const kin = [
        code,
        siblings[code],
        ...(engine === "firefox" ? (kinInFirefox[code] ?? []) : []),
      ];
      expect([message, kin.includes(told)]).toEqual([message, true]);
    }
  });
});

it("takes the page from every line of Chromium that names it", async () => {
  const errors = await linesOf("chromium");
  const named = errors.filter(({ message }) => message.includes("from origin"));
  expect(named.length).toBeGreaterThan(10);
  for (const { message } of named) expect(readConsole(message)?.origin).toBe(pageOrigin);
});

const api = "https://api.example.com/v1/items?x=1";
const page = "https://app.example.com";

const lines: readonly (readonly [line: string, expected: Partial<Given>])[] = [
  [
    `app.js:12 Access to fetch at '${api}' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.`,
    { profile: "chromium", url: api, origin: page, as: "fetch", said: "acao-missing" },
  ],
  [
    `Access to XMLHttpRequest at '${api}' from origin '${page}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.`,
    {
      url: api,
      as: "xhr",
      said: "preflight-status",
      headers: [["content-type", "application/json"]],
    },
  ],
  [
    `(index):1 Access to XMLHttpRequest at '${api}' from origin '${page}' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'. The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.
POST ${api} net::ERR_FAILED
Uncaught (in promise) AxiosError {message: 'Network Error'}`,
    { said: "acao-wildcard-credentials", credentials: "include", method: "POST", as: "xhr" },
  ],
  [
    `Access to fetch at '${api}' (redirected from 'https://api.example.com/v1/items') from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    { url: "https://api.example.com/v1/items", said: "acao-missing" },
  ],
  [
    `Access to font at '${api}' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    { as: "font", said: "acao-missing" },
  ],
  [
    `Access to image at '${api}' from origin 'null' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    { as: "image", origin: "null" },
  ],
  [
    `Access to CSS stylesheet at '${api}' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    { as: "style" },
  ],
  [
    `Access to script at 'file:///C:/site/app.js' from origin 'null' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: chrome, chrome-extension, chrome-untrusted, data, http, https, isolated-app.`,
    { url: "file:///C:/site/app.js", origin: "null", as: "script", said: "scheme-not-http" },
  ],
  [
    `Access to fetch at '${api}' from origin '${page}' has been blocked by CORS policy: Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response.`,
    { method: "PATCH", said: "method-not-allowed" },
  ],
  [
    `Access to fetch at '${api}' from origin '${page}' has been blocked by CORS policy: Request header field x-api-key is not allowed by Access-Control-Allow-Headers in preflight response.`,
    { headers: [["x-api-key", "1"]], said: "header-not-allowed" },
  ],
  [
    `XMLHttpRequest cannot load ${api}. No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin '${page}' is therefore not allowed access.`,
    { url: api, origin: page, as: "xhr", said: "acao-missing" },
  ],
  [
    `Mixed Content: The page at '${page}/' was loaded over HTTPS, but requested an insecure XMLHttpRequest endpoint 'http://api.example.com/'. This request has been blocked; the content must be served over HTTPS.`,
    { url: "http://api.example.com/", origin: `${page}/`, as: "xhr" },
  ],
  [
    "WebSocket connection to 'wss://api.example.com/live' failed: Error during WebSocket handshake: Unexpected response code: 403",
    { url: "wss://api.example.com/live", as: "websocket" },
  ],
  [`GET ${api} net::ERR_CERT_AUTHORITY_INVALID`, { profile: "chromium", url: api }],
  [
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${api}. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.[Learn More]`,
    { profile: "firefox", url: api, said: "acao-missing" },
  ],
  [
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${api}. (Reason: CORS request did not succeed). Status code: (null).`,
    { profile: "firefox", url: api, said: "network-error" },
  ],
  [
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${api}. (Reason: header 'x-token' is not allowed according to header 'Access-Control-Allow-Headers' from CORS preflight response).`,
    { said: "header-not-allowed", headers: [["x-token", "1"]] },
  ],
  [
    `downloadable font: download failed (font-family: "Inter" style:normal weight:400 stretch:100 src index:0): bad URI or cross-site access not allowed source: https://cdn.example.com/inter.woff2`,
    { profile: "firefox", url: "https://cdn.example.com/inter.woff2", as: "font" },
  ],
  [
    `Fetch API cannot load ${api} due to access control checks.`,
    { profile: "webkit", url: api, as: "fetch" },
  ],
  [
    `[Error] Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200
[Error] XMLHttpRequest cannot load ${api} due to access control checks.
[Error] Failed to load resource: Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200 (items, line 0)`,
    { profile: "webkit", url: api, origin: page, as: "xhr", said: "acao-missing" },
  ],
  [
    `Origin http://localhost:3000 is not allowed by Access-Control-Allow-Origin. Status code: 404`,
    { profile: "webkit", origin: "http://localhost:3000", said: "acao-missing" },
  ],
  [
    `Preflight response is not successful. Status code: 405`,
    { profile: "webkit", said: "preflight-status" },
  ],
];

describe("console lines as they are copied", () => {
  it.each(lines)("%s", (line, expected) => {
    expect(readConsole(line)).toMatchObject({ kind: "console", ...expected });
  });

  it("takes other text for no console line", () => {
    expect(readConsole("the quick brown fox")).toBeUndefined();
  });
});
