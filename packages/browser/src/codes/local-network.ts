import type { CodeEntry } from "./code-entry.ts";
import { onActual } from "./code-entry.ts";

const localNetwork = "https://wicg.github.io/local-network-access/#";

/** Requests to a local network that need a permission. */
export type LocalNetworkCode =
  | "local-network-insecure"
  | "local-network-mismatch"
  | "local-network-denied";

export const localNetworkCodes: Readonly<Record<LocalNetworkCode, CodeEntry>> = {
  "local-network-insecure": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("InsecureLocalNetwork"),
    firefox: null,
    explanation:
      "{host} is in the {detail} address space, and the page came from the web without https. The browser lets only secure pages ask for such access.",
    fix: "Page: serve it over https.",
  },
  "local-network-mismatch": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("InvalidLocalNetworkAccess"),
    firefox: null,
    explanation:
      "The page named another address space than the one {host} is in ({detail}). The browser refuses the request.",
    fix: "Page: name the right targetAddressSpace, or leave it out.",
  },
  "local-network-denied": {
    step: `${localNetwork}fetching`,
    isCors: false,
    chromium: onActual("LocalNetworkAccessPermissionDenied"),
    firefox: null,
    explanation:
      "{host} is in the {detail} address space, and the page came from the web. The user, or a policy, has not allowed this page to reach it.",
    fix: "Page: tell the user why, and how to allow it in the site's settings. No header of the server helps.",
  },
};
