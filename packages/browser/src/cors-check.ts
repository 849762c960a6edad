import type { CorsCode } from "./codes.ts";
import type { Failure } from "./failure.ts";
import { originOf } from "./fetch/origin.ts";
import type { PageRequest } from "./request/page-request.ts";
import { serializeRequestOrigin } from "./request/request-origin.ts";

/**
 * The CORS check, without stopping at the first failure: a diagnosis wants the others too.
 *
 * @returns the failures in the order a browser meets them; empty is a pass
 * @see https://fetch.spec.whatwg.org/#concept-cors-check
 */
export function corsCheckFailures(
  request: PageRequest,
  headers: Headers,
  phase: Failure["phase"],
): readonly Failure[] {
  const withCredentials = request.credentials === "include";
  const allowed = headers.get("access-control-allow-origin");
  if (!withCredentials && allowed === "*") return [];
  const failures: Failure[] = [];
  const origin = serializeRequestOrigin(request);
  if (allowed !== origin) failures.push(originFailure(allowed, origin, request, phase));
  if (withCredentials) {
    const credentials = headers.get("access-control-allow-credentials");
    if (credentials !== "true") failures.push(credentialsFailure(credentials, phase));
  }
  return failures;
}

function originFailure(
  allowed: string | null,
  origin: string,
  request: PageRequest,
  phase: Failure["phase"],
): Failure {
  const code = originCode(allowed, origin, request.pageOrigin);
  const detail = allowed ?? "";
  return {
    code,
    phase,
    detail,
    failedParameter: code === "acao-wildcard-credentials" ? "" : detail,
  };
}

// The order is Chromium's: blanks and commas first, then `null`, then whether a URL parser takes it.
function originCode(allowed: string | null, origin: string, pageOrigin: string): CorsCode {
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
