import type { ContextLike, MessageBatchLike, ScheduledControllerLike } from "./host.ts";
import { compileWorkerPolicy, type WorkerContext, type WorkerPolicy } from "./policy.ts";

type FetchAnswer = Response | Promise<Response>;

/**
 * An `ExportedHandler` by its shape. `fetch` is the one that is guarded; the others are here so that
 * they are typed when written inline. Methods, and not properties, so that the official types fit.
 */
export interface WorkerLike<Env = unknown> {
  fetch?(request: Request, env: Env, ctx: ContextLike): FetchAnswer;
  scheduled?(controller: ScheduledControllerLike, env: Env, ctx: ContextLike): unknown;
  queue?(batch: MessageBatchLike, env: Env, ctx: ContextLike): unknown;
}

/** The `env` that a Worker's `fetch` takes. */
export type EnvOf<Worker> = Worker extends {
  fetch?: (request: never, env: infer Env, ...rest: never[]) => unknown;
}
  ? Env
  : unknown;

/**
 * The same Worker, whose `fetch` may answer with a promise where it did not before, and can be
 * called with all that a host passes, also when the handler takes less.
 */
export type WithCors<Worker extends { fetch?: unknown }, Env = EnvOf<Worker>> = {
  fetch: Worker["fetch"] extends ((...args: infer Args) => unknown) | undefined
    ? (...args: Args) => FetchAnswer
    : never;
} & { fetch(request: Request, env: Env, ctx: ContextLike): FetchAnswer } & Worker;

/**
 * Puts a CORS policy around a Worker: preflights and refusals are answered before the Worker runs,
 * every other response of `fetch` gets the policy's headers, and every other handler stays.
 *
 * @param worker what a Worker exports as its default; its handlers keep it as their `this`
 * @param policy the options of `createCors`, a gate, or `(env) => options | gate`, which is called
 * once per `env` object. If that fails, the request gets 500 without CORS headers, the log says why,
 * and the next request asks again
 * @returns the Worker to export
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError for a Worker without `fetch`
 * @example
 * ```ts
 * export default withCors(
 *   {
 *     async fetch(request, env) {
 *       return Response.json({ data: await env.GREETINGS.get("hello") });
 *     },
 *   },
 *   { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
 * ) satisfies ExportedHandler<Env>;
 * ```
 * @see https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/
 */
export function withCors<Named, Worker extends WorkerLike<Named>>(
  worker: Worker,
  policy: WorkerPolicy<EnvOf<Worker> & Named>,
): WithCors<Worker, Named> {
  if (typeof worker?.fetch !== "function") {
    throw new TypeError(
      "withCors needs a Worker with a fetch handler: withCors({ fetch(request, env, ctx) { … } }, options)",
    );
  }
  type Env = EnvOf<Worker> & Named;
  type Fetch = (request: Request, env: Env, ctx: ContextLike, ...rest: unknown[]) => FetchAnswer;
  const fetch: Fetch = worker.fetch.bind(worker);
  const gateFor = compileWorkerPolicy(policy);
  const answer = (request: Request, context: WorkerContext<Env>, ...rest: unknown[]): FetchAnswer =>
    fetch(request, context.env, context.ctx, ...rest);
  const guarded: Fetch = (request, env, ctx, ...rest) =>
    gateFor(env).wrap(answer)(request, { env, ctx }, ...rest);
  return replaceFetch(worker, guarded) as WithCors<Worker, Named>;
}

/**
 * A view of the worker with another `fetch`. A copy would take away what handlers reach through
 * `this`: a class instance's private fields, and the state that they share.
 */
function replaceFetch(worker: object, fetch: unknown): object {
  return new Proxy(
    // Not the worker itself: a proxy must not show another fetch than that of a frozen target.
    { ...worker },
    {
      get(_, name) {
        if (name === "fetch") return fetch;
        const value: unknown = Reflect.get(worker, name);
        return typeof value === "function" ? value.bind(worker) : value;
      },
    },
  );
}
