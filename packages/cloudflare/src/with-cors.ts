import type { CtxOfEither, EnvOfEither, GuardedEither, WithFetch } from "./either.ts";
import { type EntrypointClass, guardClass } from "./entrypoint.ts";
import { guardHandler, hasFetch, type WorkerLike } from "./exported-handler.ts";
import type { WorkerPolicy } from "./policy.ts";

/**
 * Puts a CORS policy around a Worker, a `WorkerEntrypoint` or a Durable Object class. The gate
 * answers preflights and refuses requests before `fetch` runs. Every other response of `fetch` gets
 * the policy's headers. Every other handler, RPC methods, alarms and hibernating WebSockets stay.
 *
 * @param worker what a Worker exports as its default; its handlers keep it as their `this`. Or a
 * class, whose `fetch` may be a method, an instance field, or what a proxy shows
 * @param policy the options of `createCors`, a gate, or `(env) => options | gate`, which is called
 * once per `env` object. If that fails, the request gets 500 without CORS headers, the log says why,
 * and the next request asks again
 * @returns the Worker to export; or a class to export, or to extend, of the same name and statics. A
 * method `fetch` of a subclass is inside the gate too
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError for a Worker without `fetch`; for a class without it when the first instance is
 * made
 * @example A Worker
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
 * @example A class
 * ```ts
 * class Greeter extends WorkerEntrypoint<Env> {
 *   override async fetch() {
 *     return Response.json({ data: await this.env.GREETINGS.get("hello") });
 *   }
 * }
 *
 * export default withCors(Greeter, { origin: "https://myapp.com" });
 * ```
 * @see https://developers.cloudflare.com/workers/runtime-apis/handlers/fetch/
 */
export function withCors<
  Named,
  Worker extends WorkerLike<Named> | EntrypointClass,
  Ctx extends CtxOfEither<Worker> = CtxOfEither<Worker>,
  const Options = unknown,
>(
  worker: Worker & WithFetch<Worker>,
  policy: WorkerPolicy<EnvOfEither<Worker, Named>, Ctx, Options>,
): GuardedEither<Worker, Named>;
export function withCors(worker: WorkerLike | EntrypointClass, policy: WorkerPolicy): unknown {
  return isClass(worker)
    ? guardClass(worker, policy as WorkerPolicy<unknown, unknown>)
    : guardHandler(worker, policy);
}

/** An arrow function has no prototype, and is no class; neither is a function that carries `fetch`. */
function isClass(worker: unknown): worker is EntrypointClass {
  if (typeof worker !== "function" || !worker.prototype) return false;
  const { writable } = Reflect.getOwnPropertyDescriptor(worker, "prototype") ?? {};
  return writable === false || "fetch" in worker.prototype || !hasFetch(worker);
}
