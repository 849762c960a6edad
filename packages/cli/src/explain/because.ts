import type { Exchange } from "@crossgate/browser";
import { safelistedMethods } from "../safelisted-methods.ts";

const simpleTypes = "only form types go without asking";

/** Why the browser asked the server first, or why it sent the request at once. */
export function because(exchange: Exchange): readonly string[] {
  const { kind, state } = exchange;
  if (kind === "preflight") return reasonsToAsk(exchange);
  if (state.tainting === "basic")
    return ["the page and the server are the same origin: no CORS here"];
  if (state.tainting === "opaque") return ["mode 'no-cors': sent, and its response stays closed"];
  const history = exchange.history.slice(0, exchange.history.indexOf(exchange));
  const wasAsked = history.some((other) => isPermission(other, exchange));
  if (wasAsked) return ["the preflight allowed it"];
  return [`no preflight: ${state.method} needs none, nor does any header the script set`];
}

function isPermission(other: Exchange, { state }: Exchange): boolean {
  const isSameUrl = other.state.urls.at(-1)?.href === state.urls.at(-1)?.href;
  return other.kind === "preflight" && isSameUrl && other.conclusion.kind === "allowed";
}

function reasonsToAsk({ state, request }: Exchange): readonly string[] {
  const asked = request.headers.get("access-control-request-headers")?.split(",") ?? [];
  const reasons = asked.map((name) => headerReason(name, valueOf(state.headers, name)));
  if (!safelistedMethods.includes(state.method)) {
    reasons.unshift(`method ${state.method}: only GET, HEAD and POST go without asking`);
  }
  if (reasons.length > 0) return reasons;
  return ["the request streams its body, or listens to its upload"];
}

function headerReason(name: string, value: string | undefined): string {
  if (name === "content-type")
    return `header content-type: ${shorten(value ?? "")}; ${simpleTypes}`;
  if (name === "authorization") return "header authorization: a script's credentials always ask";
  const isListed = ["accept", "accept-language", "content-language", "range"].includes(name);
  if (isListed) return `header ${name}: its value is longer or odder than goes without asking`;
  return `header ${name}: not among the few that go without asking`;
}

function valueOf(
  headers: readonly (readonly [string, string])[],
  name: string,
): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}...` : value;
}
