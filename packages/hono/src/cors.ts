import { isResponse } from "@crossgate/core/adapter";
import type { Env, MiddlewareHandler } from "hono";
import { noteRequest } from "./content.ts";
import { decorateLater, replace, stopWaiting } from "./late-answer.ts";
import { createMountWarning } from "./mount-warning.ts";
import { answerInside, createNestingWarning, enter, outerGate } from "./nesting.ts";
import type { UnnamedEnv } from "./options.ts";
import { compilePolicy, type HonoPolicy } from "./policy.ts";

/**
 * Puts a CORS policy around the routes on which it is mounted. The gate answers preflights and
 * refuses requests before a handler runs. Every other response gets the policy's headers: that of a
 * handler, `notFound`, `onError`, an `HTTPException`, a stream, or a proxied upstream.
 *
 * @param policy the options of `createCors` without `onError`, a gate, or `(c) => options | gate`,
 * which is called with every request, may answer later, and is compiled once per object. If that
 * fails, the request gets 500 without CORS headers and the log says why
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
export function cors<E extends Env = UnnamedEnv, const Options = unknown>(
  policy: HonoPolicy<E, Options>,
): MiddlewareHandler<E> {
  const gateFor = compilePolicy(policy as HonoPolicy<E>);
  const warnOfMount = createMountWarning();
  const warnOfNesting = createNestingWarning();
  return async function cors(c, next) {
    noteRequest();
    warnOfMount(c.req, cors);
    const chosen = gateFor(c);
    const gate = "then" in chosen ? await chosen : chosen;
    const outer = outerGate(c);
    // Mounted twice, or called twice, as TrieRouter does where a path has a literal star.
    if (outer === gate) return next();
    const checked = gate.check(c.req.raw, c);
    // Only a policy that asks a function makes a request wait a turn.
    const verdict = "then" in checked ? await checked : checked;
    if (outer) {
      warnOfNesting(c.req.path, gate, outer);
      return answerInside(c, verdict, next);
    }
    stopWaiting(c);
    if (verdict.response) return replace(c, verdict.response);
    try {
      await enter(c, gate, next);
    } catch (error) {
      // A thrown response would go on unanswered. Of an error someone further out makes the
      // response.
      if (isResponse(error)) return replace(c, verdict.apply(error));
      decorateLater(c, verdict);
      throw error;
    }
    const res: unknown = c.finalized && c.res;
    if (!isResponse(res)) {
      decorateLater(c, verdict);
      return undefined;
    }
    const decorated = verdict.apply(res);
    return decorated === res ? undefined : replace(c, decorated);
  };
}
