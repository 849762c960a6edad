import type { FileLike, HtmlLike } from "./host.ts";
import type { RouteLike } from "./options.ts";
import type { AnyHandler, CompiledPolicy } from "./policy.ts";
import { compileChoice, type RouteChoice } from "./route-choice.ts";

type Route = RouteLike | AnyHandler;
type Methods = Readonly<Record<string, Route>>;
export type Routes = Readonly<Record<string, Route>>;

/** The methods that Bun's per-method objects know, without OPTIONS; a GET answers HEAD too. */
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** How Bun chooses among these routes, once they are guarded. */
export function choiceAmong(routes: Routes): RouteChoice {
  const entries = Object.entries(routes);
  const options = hidesFetch(routes) ? ["OPTIONS"] : [];
  return compileChoice(
    entries.map(([path, route]) => ({
      path,
      methods: isMethods(route) ? [...options, ...Object.getOwnPropertyNames(route)] : undefined,
    })),
  );
}

/**
 * Puts the policy around every route.
 *
 * @param fallback where Bun goes when no route answers
 * @throws TypeError for a directory, to whose responses nothing can be added
 */
export function guardRoutes(routes: Routes, policy: CompiledPolicy, fallback: AnyHandler): Routes {
  const needsOptions = hidesFetch(routes);
  const routeAt = choiceAmong(routes);
  const guarded = Object.entries(routes).map(([path, route]) => {
    if (isDirectory(route)) throw new TypeError(directoryMessage(path));
    const guard: Guard = (handler) => policy.guard(handler, routeAt(path));
    return [path, isMethods(route) ? guardMethods(route, guard) : guardRoute(route, guard)];
  });
  return Object.fromEntries(guarded) as Routes;

  function guardRoute(route: Route, guard: Guard): Route | Methods {
    const fixed = fixedAnswer(route);
    if (!fixed || !policy.decorate) return guardValue(route, guard);
    // Left alone, Bun answers a preflight too with what is fixed.
    const decorated = policy.decorate(fixed());
    const methods = METHODS.map((method) => [method, decorated] as const);
    return { ...Object.fromEntries(methods), OPTIONS: guardValue(route, guard) };
  }

  /** Without its own OPTIONS Bun goes on to `fetch`, unless an HTML import is in between. */
  function guardMethods(methods: Methods, guard: Guard): Methods {
    // Bun reads those too that are not enumerable.
    const own = Object.getOwnPropertyNames(methods).map((method) => {
      const route = methods[method];
      const fixed = fixedAnswer(route);
      const value = fixed && policy.decorate ? policy.decorate(fixed()) : guardValue(route, guard);
      return [method, value] as const;
    });
    const options = needsOptions ? { OPTIONS: guard(fallback) } : {};
    return { ...options, ...Object.fromEntries(own) };
  }

  function guardValue(route: Route, guard: Guard): Route {
    if (typeof route === "function") return guard(route as AnyHandler);
    if (isFile(route)) return guard(serveFile(route, fallback));
    const fixed = fixedAnswer(route);
    return fixed ? guard(fixed) : route;
  }
}

type Guard = (handler: AnyHandler) => AnyHandler;

function hidesFetch(routes: Routes): boolean {
  return Object.entries(routes).some(([path, route]) => /[*:]/.test(path) && isHtml(route));
}

/** A new copy of a fixed route's response, for each request. */
function fixedAnswer(route: Route): (() => Response) | undefined {
  if (isFile(route)) return () => new Response(route);
  return route instanceof Response ? () => route.clone() : undefined;
}

/** Bun, too, goes on when there is no such file. */
function serveFile(file: FileLike, fallback: AnyHandler): AnyHandler {
  return async function (...args) {
    return (await file.exists()) ? new Response(file) : fallback.apply(this, args);
  };
}

function isFile(route: unknown): route is FileLike {
  return route instanceof Blob;
}

function isHtml(route: unknown): route is HtmlLike {
  return isOther(route) && typeof (route as Partial<HtmlLike>).index === "string";
}

function isDirectory(route: unknown): boolean {
  return isOther(route) && typeof (route as { dir?: unknown }).dir === "string";
}

/** Bun takes an object that names a method for methods, whatever else it holds. */
function isOther(route: unknown): route is object {
  return (
    isObject(route) && !Object.getOwnPropertyNames(route).some((name) => /^[A-Z]+$/.test(name))
  );
}

function isMethods(route: unknown): route is Methods {
  return isObject(route) && !(route instanceof Response) && !isFile(route) && !isHtml(route);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function directoryMessage(path: string): string {
  return (
    `withCors can't guard routes["${path}"]: Bun lets no one add headers to the files of a directory. ` +
    "Serve them from a function with Bun.file, or add the route to what withCors returns, where it stays without CORS."
  );
}
