import type { Exchange } from "../exchange.ts";
import { fillTemplate } from "../explain.ts";
import { originOf } from "../fetch/origin.ts";
import { isRedirectStatus } from "../fetch/status.ts";
import { parsePreflightAnswer } from "../preflight/answer.ts";
import { profiles } from "../profile.ts";
import { currentUrl } from "../request/page-request.ts";
import { serializeRequestOrigin } from "../request/request-origin.ts";
import { preflightHeaderNames } from "../request/preflight-names.ts";
import { exposureOf } from "../response/exposed-headers.ts";
import { fillerOf } from "./stored-without-origin.ts";
import type { Warning, WarningCode } from "./warnings-table.ts";
import { corsWarnings } from "./warnings-table.ts";

const allowOrigin = "access-control-allow-origin";
/** Names no one misses: the CORS headers themselves, and what belongs to the connection. */
const uninteresting =
  /^(?:access-control-|vary$|set-cookie2?$|connection$|keep-alive$|transfer-encoding$|date$|server$|timing-allow-origin$)/;
const shortMaxAge = 60;

type Check = (exchange: Exchange, response: Response) => string | undefined;

/** Each check gives the detail to quote (which may be empty), or undefined for "all is well". */
const checks: readonly (readonly [WarningCode, Check])[] = [
  ["vary-missing", varyMissing],
  ["headers-not-exposed", headersNotExposed],
  ["preflight-redirected", preflightRedirected],
  ["preflight-needs-login", needsLogin],
  ["acao-missing-on-error", missingOnError],
  ["authorization-under-wildcard", authorizationUnderWildcard],
  ["max-age-short", shortLived],
  ["acao-duplicate", duplicated],
  ["cache-without-origin", storedWithoutOrigin],
];

/** What the exchange shows that no browser complains of. */
export function warningsFor(exchange: Exchange): readonly Warning[] {
  const { response, state } = exchange;
  if (!response || (exchange.kind === "actual" && state.tainting !== "cors")) return [];
  const url = currentUrl(state);
  const values = { host: originOf(url), origin: serializeRequestOrigin(state) };
  return checks.flatMap(([code, check]) => {
    const detail = check(exchange, response);
    if (detail === undefined) return [];
    const { explanation, fix } = corsWarnings[code];
    const filled = { ...values, detail };
    return [
      { code, explanation: fillTemplate(explanation, filled), fix: fillTemplate(fix, filled) },
    ];
  });
}

function varyMissing({ state }: Exchange, { headers }: Response): string | undefined {
  if (headers.get(allowOrigin) !== serializeRequestOrigin(state)) return undefined;
  const vary = (headers.get("vary") ?? "").toLowerCase().split(",");
  const varies = vary.some((name) => name.trim() === "origin" || name.trim() === "*");
  return varies ? undefined : "";
}

function headersNotExposed(
  { kind, state, profile }: Exchange,
  { headers }: Response,
): string | undefined {
  if (kind === "preflight") return undefined;
  const isExposed = exposureOf(state, headers, profiles[profile]);
  const hidden = [...headers.keys()].filter(
    (name) => !isExposed(name) && !uninteresting.test(name),
  );
  return hidden.length === 0 ? undefined : hidden.join(", ");
}

function preflightRedirected({ kind }: Exchange, response: Response): string | undefined {
  if (kind !== "preflight" || !isRedirectStatus(response.status)) return undefined;
  return response.headers.get("location") ?? "nowhere";
}

function missingOnError({ state, history }: Exchange, response: Response): string | undefined {
  if (response.status < 400 || response.headers.has(allowOrigin)) return undefined;
  const host = originOf(currentUrl(state));
  const isElsewhere = history.some(
    (other) =>
      other.response !== response &&
      originOf(currentUrl(other.state)) === host &&
      other.response?.headers.has(allowOrigin),
  );
  return isElsewhere ? String(response.status) : undefined;
}

function authorizationUnderWildcard(exchange: Exchange, response: Response): string | undefined {
  const { kind, state, profile } = exchange;
  if (kind !== "preflight" || state.credentials === "include") return undefined;
  const { headerNames = [] } = parsePreflightAnswer(state, response.headers, profiles[profile]);
  const asked = preflightHeaderNames(state, profiles[profile]);
  const isCovered = headerNames.includes("*") && !headerNames.includes("authorization");
  return isCovered && asked.includes("authorization") ? "" : undefined;
}

function shortLived({ kind, state, profile }: Exchange, response: Response): string | undefined {
  if (kind !== "preflight") return undefined;
  const { maxAge } = parsePreflightAnswer(state, response.headers, profiles[profile]);
  return maxAge < shortMaxAge ? String(Math.max(0, maxAge)) : undefined;
}

function needsLogin({ kind }: Exchange, { status }: Response): string | undefined {
  const asksForCredentials = status === 401 || status === 403 || status === 407;
  return kind === "preflight" && asksForCredentials ? String(status) : undefined;
}

function storedWithoutOrigin(exchange: Exchange): string | undefined {
  return isMisled(exchange) ? fillerOf(exchange) : undefined;
}

/** Whether the CORS check stumbled over what was meant for another request. */
function isMisled({ conclusion }: Exchange): boolean {
  return conclusion.kind === "blocked" && /^aca[oc]-/.test(conclusion.failure.code);
}

function duplicated(_: Exchange, { headers }: Response): string | undefined {
  const value = headers.get(allowOrigin);
  return value?.includes(",") ? value : undefined;
}
