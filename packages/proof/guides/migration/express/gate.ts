import type { IncomingMessage, ServerResponse } from "node:http";
import type { Gate, Verdict } from "@crossgate/core";
import onHeaders from "on-headers";
import { NodeRequest, sendNodeResponse } from "srvx/node";

/** Crossgate as middleware of Express, and of whatever takes `(req, res, next)`. */
export function gate(cors: Gate) {
  return async (req: IncomingMessage, res: ServerResponse, next: () => void): Promise<void> => {
    // Reads Node's request where it is; the body stays for the parser behind this.
    const verdict = await cors.check(new NodeRequest({ req, res }));
    if (verdict.response) return sendNodeResponse(res, verdict.response);
    onHeaders(res, () => decorate(res, verdict));
    next();
  };
}

/** Just before the headers leave, so that none of the application's is missed. */
function decorate(res: ServerResponse, verdict: Verdict): void {
  const written = new Headers();
  for (const name of res.getHeaderNames().filter(isGates)) {
    for (const value of [res.getHeader(name)].flat()) written.append(name, String(value));
  }
  const { headers } = verdict.apply(new Response(null, { headers: written }));
  for (const name of written.keys()) res.removeHeader(name);
  for (const [name, value] of headers) res.setHeader(name, value);
}

function isGates(name: string): boolean {
  return name === "vary" || name.startsWith("access-control-");
}
