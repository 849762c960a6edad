import { isToken } from "../fetch/token.ts";
import type { ContextRules } from "./engines.ts";

/**
 * Checks the subprotocols that a script asks for.
 *
 * @throws DOMException named `SyntaxError` for one that is no token, or that stands there twice
 * @see https://websockets.spec.whatwg.org/#dom-websocket-websocket
 */
export function assertProtocols(protocols: readonly string[]): void {
  const bad = protocols.find((name, index) => !isToken(name) || protocols.indexOf(name) !== index);
  if (bad === undefined) return;
  const why = isToken(bad) ? "stands there twice" : "is no token";
  throw new DOMException(`The subprotocol '${bad}' ${why}.`, "SyntaxError");
}

/**
 * The subprotocol of a connection; undefined where the server's choice ends it.
 *
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export function agreedProtocol(
  chosen: string | null,
  asked: readonly string[],
  rules: ContextRules,
): string | undefined {
  if (chosen === null) return asked.length > 0 && rules.socketsNeedProtocol ? undefined : "";
  if (asked.length === 0 && rules.socketsIgnoreUnasked) return "";
  const isAsked = rules.socketProtocolsIgnoreCase
    ? asked.some((name) => name.toLowerCase() === chosen.toLowerCase())
    : asked.includes(chosen);
  return isAsked ? chosen : undefined;
}
