import type { Answer } from "./evidence.ts";
import { showsLogin } from "./login.ts";
import type { ServerDidCode } from "./cause-code.ts";

/** What the status of a preflight's response says; undefined for 200 to 299. */
export function preflightStatusCode(answer: Answer): ServerDidCode | undefined {
  const { status } = answer;
  if (status < 400) return undefined;
  if (isGateway(status)) return "gateway-failed";
  if (status === 404 || status === 405 || status === 501) return "options-unrouted";
  if (status >= 500) return "handler-failed";
  if (status === 401 || status === 407 || showsLogin(answer)) return "options-needs-login";
  return "options-refused";
}

const named: Readonly<Record<number, ServerDidCode>> = {
  401: "login-required",
  404: "not-found",
  407: "login-required",
  410: "not-found",
  413: "too-large",
  429: "rate-limited",
};

/** What the status of a response says; undefined below 400. */
export function statusCode(answer: Answer): ServerDidCode | undefined {
  const { status } = answer;
  if (status < 400) return undefined;
  if (isGateway(status)) return "gateway-failed";
  if (status >= 500) return "handler-failed";
  if (status === 403) return showsLogin(answer) ? "login-required" : "forbidden";
  return named[status] ?? "bad-request";
}

/** What proxies and networks in front of a server answer when it does not. */
function isGateway(status: number): boolean {
  return (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}
