import { fillTemplate } from "@crossgate/browser";
import { causeWords, type OwnCauseCode } from "../src/cause/index.ts";
import { apiUrl, pageOrigin } from "./error-scenes.ts";
import { serverCode } from "./server-code.ts";

/**
 * Something of a response that a page may not read: the console has the line of a missing header.
 */
const missing =
  "The line of [acao-missing](acao-missing.md), or of [preflight-status](preflight-status.md) where a preflight went first. The Network tab shows the status.";
const ofPreflight =
  "The line of [preflight-status](preflight-status.md), in Firefox of [acao-missing](acao-missing.md). The Network tab shows the status of OPTIONS.";
const ofRedirect =
  "The line of [acao-missing](acao-missing.md) for the address that the redirect leads to, or of [preflight-redirect](preflight-redirect.md).";
const nothing =
  "Only that the request failed: `TypeError: Failed to fetch`, `NetworkError when attempting to fetch resource.`, `Load failed`";
const failed = (name: string): string => `${nothing}, with \`net::${name}\` in Chromium.`;

/** What a browser shows if the cause has no console line. */
const shown: Readonly<Record<OwnCauseCode, string>> = {
  dns: failed("ERR_NAME_NOT_RESOLVED"),
  refused: failed("ERR_CONNECTION_REFUSED"),
  reset: failed("ERR_CONNECTION_RESET` or `net::ERR_EMPTY_RESPONSE"),
  timeout: failed("ERR_TIMED_OUT"),
  tls: failed("ERR_CERT_AUTHORITY_INVALID` or another `net::ERR_CERT_…` or `net::ERR_SSL_…"),
  protocol: failed("ERR_INVALID_HTTP_RESPONSE"),
  "unsafe-port": failed("ERR_UNSAFE_PORT"),
  "mixed-content":
    "`Mixed Content: The page at '…' was loaded over HTTPS, but requested an insecure resource '…'. This request has been blocked; the content must be served over HTTPS.` Firefox: `Blocked loading mixed active content “…”`.",
  "local-network-access":
    "In Chromium: `… has been blocked by CORS policy: Permission was denied for this request to access the loopback address space.`",
  "page-is-a-file":
    "The line of [acao-missing](acao-missing.md) or [acao-mismatch](acao-mismatch.md) with `from origin 'null'`, or `Cross origin requests are only supported for protocol schemes: …`.",
  "page-origin-opaque":
    "The line of [acao-missing](acao-missing.md) or [acao-mismatch](acao-mismatch.md) with `from origin 'null'`.",
  "response-header-in-request":
    "`Request header field access-control-allow-origin is not allowed by Access-Control-Allow-Headers in preflight response.`",
  "method-case":
    "`Method patch is not allowed by Access-Control-Allow-Methods in preflight response.`",
  "mode-no-cors": "Nothing: the request succeeds, and `response.type` is `opaque`.",
  "not-a-fetch": '`Fetch API cannot load wss://…. URL scheme "wss" is not supported.`',
  "redirect-slash": ofRedirect,
  "redirect-https": ofRedirect,
  "redirect-login": ofRedirect,
  "redirect-elsewhere": ofRedirect,
  "options-unrouted": ofPreflight,
  "options-needs-login": ofPreflight,
  "options-refused": ofPreflight,
  "login-required": missing,
  forbidden: missing,
  "not-found": missing,
  "bad-request": missing,
  "too-large": missing,
  "rate-limited": missing,
  "handler-failed": missing,
  "gateway-failed": missing,
  "header-twice": "The line of [acao-multiple](acao-multiple.md).",
  "header-list": "The line of [acao-multiple](acao-multiple.md).",
  "cache-without-origin":
    "Nothing at first; later, and only for some visitors, the line of [acao-missing](acao-missing.md).",
  "encoding-without-cors":
    "The line of [acao-missing](acao-missing.md), and none where `curl` asks.",
  "resource-policy":
    "`net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin`; Firefox: `The resource at “…” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof).`",
  "cookie-not-kept":
    "Nothing in the console; the Network tab marks the `Set-Cookie` line, and the next request comes without the cookie.",
};

/** An example for what the sentences name. */
const example: Readonly<Record<string, string>> = {
  base: "https://api.example.com",
  host: "api.example.com",
  hostname: "api.example.com",
  method: "PUT",
  origin: pageOrigin,
  path: "/data",
  url: apiUrl,
};
const details: Partial<Record<OwnCauseCode, string>> = {
  "unsafe-port": "10080",
  "not-a-fetch": "wss:",
  "method-case": "patch",
  "response-header-in-request": "access-control-allow-origin",
  "header-list": `${pageOrigin}, https://other.example`,
  "cookie-not-kept": "session",
  "resource-policy": "same-origin",
  "local-network-access":
    "a page of https: needs the visitor's permission, and Chromium refuses a page of http:",
  "redirect-slash": `${apiUrl}/`,
  "redirect-https": apiUrl,
  "redirect-login": "https://login.example.com/",
  "redirect-elsewhere": "https://cdn.example.net/data",
  tls: "self-signed certificate",
  protocol: "Parse Error: Expected HTTP/",
};
const statuses: Partial<Record<OwnCauseCode, string>> = {
  "options-unrouted": "404, 405 or 501",
  "options-needs-login": "401",
  "options-refused": "403",
  "login-required": "401",
  "not-found": "404",
  "bad-request": "400",
  "handler-failed": "500",
  "gateway-failed": "502",
};

/** What happened, in one line with the names of the example. */
export function headlineOf(code: OwnCauseCode): string {
  return filled(code, causeWords[code].headline);
}

/** The page of a cause that is no code of the model, as Markdown. */
export function causePage(code: OwnCauseCode): string {
  const { explanation, fix } = causeWords[code];
  return `# ${headlineOf(code)}

The code is \`${code}\`. ${filled(code, explanation)}

## What browsers say

${shown[code]}

## How to mend it

${filled(code, fix)}

${serverCode(code)}\`npx crossgate explain <url> --origin <origin>\` says whether it is this, and prints what to write for your server. It takes the console line in place of the URL, too. [All errors](README.md) · [It is not your server](not-your-server.md).
`;
}

/** A text of the table with the example's values; a star in it is no emphasis. */
function filled(code: OwnCauseCode, text: string): string {
  const values = { ...example, detail: details[code] ?? "", status: statuses[code] ?? "" };
  return fillTemplate(text, values).replaceAll("*", "\\*");
}
