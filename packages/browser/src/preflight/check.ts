import { corsCheckFailures } from "../cors-check.ts";
import { type Failure, failureOf } from "../failure.ts";
import { isSafelistedMethod } from "../fetch/method.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isOkStatus } from "../fetch/status.ts";
import type { Switches } from "../switches.ts";
import type { PreflightStep } from "../switches/preflight.ts";
import { preflightAsker } from "../request/asker.ts";
import { currentUrl } from "../request/page-request.ts";
import type { PageRequest } from "../request/page-request.ts";
import { preflightHeaderNames } from "../request/preflight-names.ts";
import { isRedirect } from "../response/is-redirect.ts";
import type { PreflightAnswer } from "./preflight-answer.ts";
import { parsePreflightAnswer } from "./answer.ts";

/**
 * All the reasons a preflight response does not allow the request.
 *
 * @returns the failures in the order the profile's browser meets them; empty means: send it
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightFailures(
  request: PageRequest,
  response: Response,
  switches: Switches,
): readonly Failure[] {
  const answer = parsePreflightAnswer(request, response.headers, switches);
  const checks: Readonly<Record<PreflightStep, () => readonly Failure[]>> = {
    redirect: () => redirectFailures(response, switches),
    "cors-check": () => accessFailures(request, response, switches),
    status: () => statusFailures(response, switches),
    parse: () => [...methodListFailures(answer), ...headerListFailures(answer)],
    "parse-methods": () => methodListFailures(answer),
    method: () => methodFailures(request, answer),
    "parse-headers": () => headerListFailures(answer),
    headers: () => headerFailures(request, answer, switches),
  };
  return switches.preflightSteps.flatMap((step) => checks[step]());
}

function accessFailures(
  request: PageRequest,
  response: Response,
  switches: Switches,
): readonly Failure[] {
  const isOwn = isSameOrigin(request.pageOrigin, currentUrl(request));
  if (switches.preflightNamesPage && isOwn) return [];
  return corsCheckFailures(preflightAsker(request, switches), response.headers, "preflight");
}

function redirectFailures(response: Response, switches: Switches): readonly Failure[] {
  if (!isRedirect(response, switches)) return [];
  const detail = response.headers.get("location") ?? "";
  return [failureOf("preflight", "preflight-redirect", detail)];
}

function statusFailures(response: Response, switches: Switches): readonly Failure[] {
  if (isOkStatus(response.status) || isRedirect(response, switches)) return [];
  const detail = String(response.status);
  return [failureOf("preflight", "preflight-status", detail)];
}

function methodListFailures(answer: PreflightAnswer): readonly Failure[] {
  if (answer.methods) return [];
  const detail = answer.methodsValue;
  return [failureOf("preflight", "methods-unparsable", detail)];
}

function headerListFailures(answer: PreflightAnswer): readonly Failure[] {
  if (answer.headerNames) return [];
  const detail = answer.headersValue;
  return [failureOf("preflight", "headers-unparsable", detail)];
}

function methodFailures(request: PageRequest, answer: PreflightAnswer): readonly Failure[] {
  if (!answer.methods || isMethodAllowed(request, answer.methods)) return [];
  const { method } = request;
  return [
    { code: "method-not-allowed", phase: "preflight", failedParameter: method, detail: method },
  ];
}

/** Whether the method needs no permission, or has it. `*` counts without credentials only. */
export function isMethodAllowed(request: PageRequest, methods: readonly string[]): boolean {
  if (isSafelistedMethod(request.method) || methods.includes(request.method)) return true;
  return request.credentials !== "include" && methods.includes("*");
}

function headerFailures(
  request: PageRequest,
  answer: PreflightAnswer,
  switches: Switches,
): readonly Failure[] {
  const { headerNames } = answer;
  if (!headerNames) return [];
  const refused = refusedHeaders(
    request,
    headerNames,
    switches.wildcardCoversAuthorization,
    switches,
  );
  return refused.map((name) => ({
    code:
      name === "authorization" && isWildcard(request, headerNames)
        ? "authorization-needs-explicit"
        : "header-not-allowed",
    phase: "preflight",
    failedParameter: name,
    detail: name,
  }));
}

function isWildcard(request: PageRequest, headerNames: readonly string[]): boolean {
  return request.credentials !== "include" && headerNames.includes("*");
}

/** The header names of the request that the list does not cover. */
export function refusedHeaders(
  request: PageRequest,
  headerNames: readonly string[],
  wildcardCoversAuthorization: boolean,
  switches: Switches,
): readonly string[] {
  const wildcard = isWildcard(request, headerNames);
  return preflightHeaderNames(request, switches).filter((name) => {
    if (headerNames.includes(name)) return false;
    return !wildcard || (name === "authorization" && !wildcardCoversAuthorization);
  });
}
