import { withCors } from "@crossgate/cloudflare";
import { AnswerCache } from "./answer-cache.ts";
import type { Env } from "./env.ts";
import { forward } from "./forward.ts";
import { settingsOf } from "./settings.ts";

/**
 * An API behind its gate. Settings that are wrong are told to the log with each request, and until
 * they are mended every visitor gets 500.
 */
export default withCors(
  {
    fetch(request, env, ctx) {
      const settings = settingsOf(env);
      const cache = settings.cache ? new AnswerCache(settings) : undefined;
      const waitUntil = (promise: Promise<unknown>): void => ctx.waitUntil(promise);
      return forward(request, { settings, cache, waitUntil });
    },
  },
  (env: Env) => settingsOf(env).policy,
);
