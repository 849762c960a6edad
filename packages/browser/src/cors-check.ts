import type { CorsCode } from "./codes.ts";
import type { Failure } from "./failure.ts";
import { withoutEmptyLines } from "./fetch/header-list.ts";
import { originOf } from "./fetch/origin.ts";

/** Who asks: what the response has to allow. */
export interface Asker {
  /** The origin the server was told. */
  readonly origin: string;
  /** The page's own origin; another one after redirects. */
  readonly pageOrigin: string;
  /** Credentials mode "include". */
  readonly withCredentials: boolean;
  /** Whether lines of a header that are empty count for nothing beside others. */
  readonly skipsEmptyLines: boolean;
}

/**
 * The CORS check, without stopping at the first failure: a diagnosis wants the others too.
 *
 * @returns the failures in the order a browser meets them; empty is a pass
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheckFailures(
  asker: Asker,
  headers: Headers,
  phase: Failure["phase"],
): readonly Failure[] {
  const allowed = headers.get("access-control-allow-origin");
  if (!asker.withCredentials && allowed === "*") return [];
  const failures: Failure[] = [];
  if (allowed !== asker.origin) failures.push(originFailure(allowed, asker, phase));
  if (asker.withCredentials) {
    const given = headers.get("access-control-allow-credentials");
    const credentials = asker.skipsEmptyLines ? withoutEmptyLines(given) : given;
    if (credentials !== "true") failures.push(credentialsFailure(credentials, phase));
  }
  return failures;
}

function originFailure(allowed: string | null, asker: Asker, phase: Failure["phase"]): Failure {
  const code = originCode(allowed, asker);
  const detail = allowed ?? "";
  const failedParameter = code === "acao-wildcard-credentials" ? "" : detail;
  return { code, phase, detail, failedParameter };
}

// The order is Chromium's: blanks and commas first, then `null`, then whether a URL parser takes it.
function originCode(allowed: string | null, { origin, pageOrigin }: Asker): CorsCode {
  if (allowed === null) return "acao-missing";
  if (allowed === "*") return "acao-wildcard-credentials";
  if (/[ ,]/.test(allowed)) return "acao-multiple";
  if (allowed === "null") return "acao-mismatch";
  if (!URL.canParse(allowed)) return "acao-invalid";
  if (origin !== pageOrigin && allowed === pageOrigin) return "redirect-origin-null";
  return originOf(new URL(allowed)) === origin ? "acao-not-serialized" : "acao-mismatch";
}

function credentialsFailure(value: string | null, phase: Failure["phase"]): Failure {
  const code = value === null ? "acac-missing" : "acac-not-true";
  return { code, phase, detail: value ?? "", failedParameter: value ?? "" };
}
