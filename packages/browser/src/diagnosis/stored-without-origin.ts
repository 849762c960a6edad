import type { Exchange } from "../exchange.ts";

/**
 * Tells who has filled the browser's HTTP cache with a response that lacks `Vary: Origin`. Undefined
 * where the response is of another kind.
 */
export function fillerOf({ cache, response }: Exchange): string | undefined {
  if (!cache?.filler || !response) return undefined;
  const names = (response.headers.get("vary") ?? "").toLowerCase().split(",");
  if (names.some((name) => name.trim() === "origin" || name.trim() === "*")) return undefined;
  const { initiator, origin } = cache.filler;
  const who = `A request by ${initiator}`;
  return origin === undefined ? `${who} without Origin` : `${who} with the Origin ${origin}`;
}
