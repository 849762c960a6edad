import {
  type GuardedClass,
  guardClass,
  type CtxOfClass,
  type EntrypointClass,
  type EnvOfClass,
} from "./entrypoint.ts";
import {
  type EnvOf,
  guardHandler,
  hasFetch,
  type WithCors,
  type WorkerLike,
} from "./exported-handler.ts";
import type { WorkerPolicy } from "./policy.ts";

/**
 * Puts a CORS policy around a `WorkerEntrypoint` or a Durable Object class. The gate answers
 * preflights and refuses requests before its `fetch` runs. Every other response of `fetch` gets the
 * policy's headers. RPC methods, alarms and hibernating WebSockets stay.
 *
 * @param Class the class; `fetch` may be a method, an instance field, or what a proxy shows
 * @param policy as for a Worker; the context is `{ env, ctx }` of the instance
 * @returns a class to export instead, or to extend. It has the same name and statics. A method
 * `fetch` of a subclass is inside the gate too
 * @throws CorsConfigError when the policy is refused
 * @throws TypeError when the first instance turns out to have no `fetch`
 * @example
 * ```ts
 * class Greeter extends WorkerEntrypoint<Env> {
 *   override async fetch() {
 *     return Response.json({ data: await this.env.GREETINGS.get("hello") });
 *   }
 * }
 *
 * export default withCors(Greeter, { origin: "https://myapp.com" });
 * ```
 * @see https://developers.cloudflare.com/workers/runtime-apis/bindings/service-bindings/rpc/
 */
export function withCors<Class extends EntrypointClass>(
  Class: Class,
  policy: WorkerPolicy<EnvOfClass<Class>, CtxOfClass<Class>>,
): GuardedClass<Class>;
/**
 * Puts a CORS policy around a Worker. The gate answers preflights and refuses requests before the
 * Worker runs. Every other response of `fetch` gets the policy's headers. Every other handler
 * stays.
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
): WithCors<Worker, Named>;
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
