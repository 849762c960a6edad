import { memberOf, withEntrances } from "@crossgate/core/adapter";
import { answerErrors, type ErrorHandler } from "./errors.ts";
import type { AnyHandler, CompiledPolicy } from "./policy.ts";
import { choiceAmong, guardRoutes, type Routes } from "./routes.ts";

/** Whether Bun would call anything of it with a request. */
export function isServed(options: unknown): options is object {
  const isObject = typeof options === "object" && options !== null;
  return (
    (isObject || typeof options === "function") &&
    (typeof memberOf(options, "fetch") === "function" ||
      ROUTES.some((name) => hasRoutes(options, name)))
  );
}

/**
 * Bun calls `fetch`, the routes, and `error` for what these throw; all else of the options stays
 * what it is. An array is no routes for Bun either: Hono, Elysia and itty-router keep theirs in one.
 *
 * @throws TypeError for what Bun calls with requests that no gate can answer
 */
export function guardOptions(options: object, policy: CompiledPolicy): object {
  // A proxy that has a function for every name, as a router of itty-router, has no own member.
  if ("onNodeHTTPRequest" in options && memberOf(options, "onNodeHTTPRequest") !== undefined) {
    throw new TypeError(NODE_HTTP);
  }
  const error = memberOf(options, "error");
  const errors = typeof error === "function" ? answerErrors(error as ErrorHandler) : undefined;
  const guarding: CompiledPolicy = errors
    ? { ...policy, guard: (handler, route) => policy.guard(errors.answering(handler), route) }
    : policy;
  const guardFetch = (fetch: unknown): unknown => {
    const handler = typeof fetch === "function" ? (fetch as AnyHandler) : notFound;
    return guarding.guard(handler, choiceAmong(routesOf(options))());
  };
  const fallback: AnyHandler = function (...args) {
    const fetch = memberOf(options, "fetch");
    return Reflect.apply(typeof fetch === "function" ? fetch : notFound, this, args);
  };
  const guardMembers = (routes: unknown): unknown =>
    areRoutes(routes) ? guardRoutes(routes, guarding, fallback) : routes;
  const guarded = withEntrances(options, {
    fetch: guardFetch,
    routes: guardMembers,
    static: guardMembers,
    error: (own) => (typeof own === "function" ? errors?.error : own),
    onNodeHTTPRequest: () => undefined,
    listen: (own) => (typeof own === "function" ? refuseToListen : own),
  });
  // Read before Bun does, so that a route that can't be guarded is refused here.
  for (const name of ROUTES) Reflect.get(guarded, name);
  return guarded;
}

/** `static` is what Bun called `routes` before; it still reads it where there are none. */
const ROUTES = ["routes", "static"] as const;

/** The routes that Bun reads; it looks at the older name where there is nothing under the other. */
function routesOf(options: object): Routes {
  const routes = memberOf(options, "routes") ?? memberOf(options, "static");
  return areRoutes(routes) ? routes : {};
}

function hasRoutes(options: object, name: string): boolean {
  return areRoutes(memberOf(options, name));
}

function areRoutes(routes: unknown): routes is Routes {
  const isObject = typeof routes === "object" && routes !== null;
  return (isObject || typeof routes === "function") && !Array.isArray(routes);
}

/** An app that starts itself (Elysia's does) serves its own `fetch`, which no gate guards. */
function refuseToListen(): never {
  throw new TypeError(
    "listen() would start the app without its gate: write Bun.serve(withCors(app, policy))",
  );
}

/** What Bun says itself where there is no `fetch`. */
function notFound(): Response {
  return new Response(null, { status: 404 });
}

const NODE_HTTP =
  "withCors can't guard onNodeHTTPRequest: Bun hands it node:http's requests and takes no response " +
  "for them. Leave it out, and serve them by fetch.";
