import type { CorsCode } from "@crossgate/browser";
import type { BlockedAt } from "@crossgate/browser/fixtures/run-on-model";
import type { Counts } from "./coverage.ts";
import { wanted } from "./coverage.ts";

const everywhere: readonly BlockedAt[] = ["request", "preflight", "redirect"];
const onPreflights: readonly BlockedAt[] = ["preflight", "redirect"];

/** Where Chromium can block with each code, or why a page on these servers cannot get there. */
const reachable: Readonly<Record<CorsCode, readonly BlockedAt[] | string>> = {
  "acao-missing": everywhere,
  "acao-multiple": everywhere,
  "acao-invalid": everywhere,
  "acao-not-serialized": everywhere,
  "acao-mismatch": everywhere,
  "acao-wildcard-credentials": everywhere,
  "acac-missing": everywhere,
  "acac-not-true": everywhere,
  "preflight-redirect": onPreflights,
  "preflight-status": onPreflights,
  "methods-unparsable": onPreflights,
  "method-not-allowed": onPreflights,
  "headers-unparsable": onPreflights,
  "header-not-allowed": onPreflights,
  "mode-same-origin": ["request"],
  "scheme-not-http": ["request"],
  "no-cors-redirect-mode": ["request"],
  "redirect-origin-null": ["redirect"],
  "redirect-mode-same-origin": ["redirect"],
  "redirect-userinfo": ["redirect"],
  "redirect-userinfo-embedded": ["redirect"],
  "redirect-too-many": ["redirect"],
  "redirect-scheme": ["redirect"],
  "redirect-location": ["redirect"],
  "redirect-forbidden": ["redirect"],
  "embedding-refused": ["request", "redirect"],
  integrity: ["request"],
  "bad-port": ["request"],
  "data-url-invalid": ["request"],
  "blob-not-found": ["request"],
  "cache-only": ["request"],
  "keepalive-too-large": "the pages send small bodies",
  "answer-unusable": "of elements alone: the run of contexts",
  "local-network-insecure": "needs addresses of several spaces: the run of local network access",
  "local-network-mismatch": "needs addresses of several spaces: the run of local network access",
  "local-network-denied": "needs addresses of several spaces: the run of local network access",
  "authorization-needs-explicit": "Chromium lets * cover Authorization",
  "redirect-stream-body": "Chromium streams bodies over HTTP/2 only, which wants TLS",
  "network-error": "the servers always answer",
};

/** As many cases as it takes to show every code at every place. */
export const fullRun = 6000;

/** Codes that were not seen often enough. */
export function rareCodes(counts: Counts): readonly string[] {
  return Object.entries(reachable).flatMap(([code, places]) => {
    if (typeof places === "string") return [];
    return places
      .map((at) => `${at} ${code}`)
      .filter((name) => (counts.get(name) ?? 0) < wanted)
      .map((name) => `${name}: ${counts.get(name) ?? 0} cases, ${wanted} wanted`);
  });
}

/** Codes that no case can show, with the reason. */
export function unreachableCodes(): readonly string[] {
  return Object.entries(reachable).flatMap(([code, why]) =>
    typeof why === "string" ? [`${code}: ${why}`] : [],
  );
}
