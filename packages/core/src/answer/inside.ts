import { OWNED } from "../fetch/cors-header.ts";
import { readOwn } from "./trace.ts";
import type { Verdict } from "../verdict/verdict.ts";

/**
 * Answers for a gate inside another one of the same host, where code between them may copy the
 * response. The status is this gate's, and so is `Vary`. The handler's own CORS headers are left,
 * and the outer gate decides about them.
 *
 * @param verdict of the gate inside
 * @param response the handler's, or the one of the verdict
 * @example
 * ```ts
 * c.res = applyInside(verdict, c.res);
 * ```
 */
export function applyInside(verdict: Verdict, response: Response): Response {
  const isGates = response === verdict.response;
  const own = isGates ? {} : readOwn(response, response.headers);
  const answer = isGates ? response : verdict.apply(response);
  // A protocol switch has no headers of a gate.
  if (answer.status < 200) return answer;
  for (const name of OWNED) {
    const value = own[name];
    if (value === undefined) answer.headers.delete(name);
    else answer.headers.set(name, value);
  }
  return answer;
}
