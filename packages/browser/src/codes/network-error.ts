import type { CodeEntry } from "./code-entry.ts";
import { fetchStandard, none } from "./code-entry.ts";

/** Failures that no CORS header would have prevented. */
export type NetworkErrorCode =
  | "embedding-refused"
  | "integrity"
  | "bad-port"
  | "data-url-invalid"
  | "blob-not-found"
  | "cache-only"
  | "keepalive-too-large"
  | "answer-unusable"
  | "network-error";

export const networkErrorCodes: Readonly<Record<NetworkErrorCode, CodeEntry>> = {
  "embedding-refused": {
    step: `${fetchStandard}cross-origin-resource-policy-check`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "Cross-Origin-Resource-Policy '{detail}' keeps the response of {host} from this page. The server set it, or the page's embedder policy did.",
    fix: "Server: send Cross-Origin-Resource-Policy: cross-origin. Page: ask with mode 'cors', and let the server allow {origin}.",
  },
  integrity: {
    step: `${fetchStandard}concept-main-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The response of {host} does not match the integrity '{detail}'. A response the page may not read never matches.",
    fix: "Page: update the hash, and ask with mode 'cors'. Server: allow {origin} to read the response.",
  },
  "bad-port": {
    step: `${fetchStandard}port-blocking`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The port of {host} belongs to another protocol. The browser sends no HTTP request to it.",
    fix: "Server: listen on another port.",
  },
  "data-url-invalid": {
    step: `${fetchStandard}data-url-processor`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The browser cannot read the data: URL. It has no comma, or its base64 is malformed.",
    fix: "Page: write data:<type>,<text> or data:<type>;base64,<base64>.",
  },
  "blob-not-found": {
    step: `${fetchStandard}scheme-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The browser has no blob for {url} that {origin} can get. The URL is revoked, or belongs to another origin, or the request is no plain GET.",
    fix: "Page: make the URL with createObjectURL on {origin}, and ask with GET.",
  },
  "cache-only": {
    step: `${fetchStandard}http-network-or-cache-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation: "The page asked with cache 'only-if-cached'. The cache has no response of {host}.",
    fix: "Page: leave cache out.",
  },
  "keepalive-too-large": {
    step: `${fetchStandard}http-network-or-cache-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The body has {detail} bytes. Requests that outlive their page share 65536 bytes of body.",
    fix: "Page: send less, or leave keepalive out.",
  },
  "answer-unusable": {
    step: `${fetchStandard}concept-main-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "The element got a response of {host} that it cannot use: {detail}. CORS has let it pass.",
    fix: "Server: answer with a status from 200 to 299, and with the Content-Type of the resource.",
  },
  "network-error": {
    step: `${fetchStandard}concept-network-error`,
    isCors: false,
    chromium: none,
    firefox: "CORSDidNotSucceed",
    explanation:
      "There was no response from {host}: {detail}. This is not CORS, though a page cannot tell the difference.",
    fix: "Server: look at name, port, TLS and whether it runs at all. No CORS header helps.",
  },
};
