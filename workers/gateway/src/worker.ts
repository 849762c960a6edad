import { withCors } from "@crossgate/cloudflare";
import { AnswerCache } from "./answer-cache.ts";
import type { Env } from "./env.ts";
import { forward } from "./forward.ts";
import { hasOneHost } from "./host.ts";
import { problem } from "./problem.ts";
import { type Settings, settingsOf } from "./settings.ts";

const caches = new WeakMap<Settings, AnswerCache>();

const gate = withCors(
  {
    fetch(request, env, ctx) {
      const settings = settingsOf(env);
      const cache = settings.cache ? cacheOf(settings) : undefined;
      const waitUntil = (promise: Promise<unknown>): void => ctx.waitUntil(promise);
      return forward(request, { settings, cache, waitUntil });
    },
  },
  (env: Env) => settingsOf(env).policy,
);

/**
 * An API behind its gate. Settings that are wrong are told to the log with each request, and until
 * they are mended every visitor gets 500.
 */
export default {
  fetch(request, env, ctx) {
    // Before the gate, which reads the URL that the host is a part of.
    if (!hasOneHost(request)) return problem(400, "A request names one host, and no more.");
    return gate.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env>;

/** One for all requests: it learns whether there is anything to look for. */
function cacheOf(settings: Settings): AnswerCache {
  const before = caches.get(settings);
  if (before) return before;
  const cache = new AnswerCache(settings);
  caches.set(settings, cache);
  return cache;
}
