import { isResponse } from "@crossgate/core/adapter";
import type { Context, Env, MiddlewareHandler } from "hono";
import { createNestingWarning } from "./nesting.ts";
import { compilePolicy, type HonoPolicy, type UnnamedEnv } from "./policy.ts";

/**
 * Puts a CORS policy around the routes it is mounted on: preflights and refusals are answered before
 * a handler runs, and every other response gets the policy's headers, whatever made it: a handler,
 * `notFound`, `onError`, an `HTTPException`, a stream, a proxied upstream.
 *
 * @param policy the options of `createCors` without `onError`, a gate, or `(c) => options | gate`,
 * which is called with every request and compiled once per object. If that fails, the request gets
 * 500 without CORS headers and the log says why
 * @returns the middleware; mount it before whatever may answer in a handler's place
 * @throws CorsConfigError when the policy is refused
 * @example
 * ```ts
 * const app = new Hono();
 *
 * app.use("/api/*", cors({ origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true }));
 * app.get("/api/hello", (c) => c.json({ data: "hello world" }));
 * ```
 * @see https://hono.dev/docs/guides/middleware
 */
export function cors<E extends Env = UnnamedEnv>(policy: HonoPolicy<E>): MiddlewareHandler<E> {
  const gateFor = compilePolicy(policy);
  const warnOfNesting = createNestingWarning();
  return async function cors(c, next) {
    const gate = gateFor(c);
    const checked = gate.check(c.req.raw, c);
    // Only a policy that asks a function makes a request wait a turn.
    const verdict = "then" in checked ? await checked : checked;
    if (verdict.response) return replace(c, verdict.response);
    warnOfNesting(c, gate);
    try {
      await next();
    } catch (error) {
      // Hono has made an answer of every Error; a thrown response it would let through unanswered.
      if (isResponse(error)) return replace(c, verdict.apply(error));
      throw error;
    }
    const { res } = c;
    const decorated = verdict.apply(res);
    // A handler that returned nothing is Hono's to complain about, with headers on what `c.res` holds.
    return decorated === res || !c.finalized ? undefined : replace(c, decorated);
  };
}

/** Hono merges the headers of an earlier response into a new one, unless that is taken away first. */
function replace(c: Context, response: Response): Response {
  c.res = undefined;
  c.res = response;
  return response;
}
