import type { Switches } from "../switches.ts";
import type { RequestBody } from "./body.ts";
import { extractBody } from "./extract-body.ts";
import type { PageRequestInit } from "./init.ts";
import type { PageRequestMode } from "./page-request.ts";

/**
 * The body of a request, as its constructor reads it.
 *
 * @throws TypeError where the constructor throws
 * @see https://fetch.spec.whatwg.org/#dom-request
 */
export async function readBody(
  base: Request | undefined,
  init: PageRequestInit,
  method: string,
  mode: PageRequestMode,
  switches: Switches,
): Promise<RequestBody | null> {
  // A Request that is passed on keeps its source in a browser, so its bytes count as one here.
  const given = init.body ?? (base?.body ? await base.clone().arrayBuffer() : null);
  if (given === null) return null;
  if (method === "GET" || method === "HEAD") {
    throw new TypeError("A request with method GET or HEAD cannot have a body.");
  }
  const body = await extractBody(given, switches);
  if (!body.stream) return body;
  if (init.duplex !== "half") throw new TypeError("A streaming body needs duplex: 'half'.");
  if (mode === "no-cors") throw new TypeError("A streaming body is not possible with 'no-cors'.");
  if (init.keepalive) throw new TypeError("A streaming body is not possible with keepalive.");
  return body;
}
