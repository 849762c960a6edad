import { printable, warn } from "@crossgate/core/adapter";

/** Requests that are looked at: what is wrong with a mount shows early, and looking costs time. */
const WATCHED = 1000;

/** What a request shows of the routes that have matched it; later versions may not show it. */
export interface Routed {
  readonly method: string;
  readonly path: string;
  readonly matchedRoutes?: readonly Route[];
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
}

/**
 * Warns the author of an app once of a gate that no preflight reaches. Also warns of a router that
 * reaches handlers under a path that is not theirs.
 *
 * @returns a function to call with every request, and with the middleware that got it
 */
export function createMountWarning(): (request: Routed, middleware: unknown) => void {
  let left = WATCHED;
  const warnOnce = (message: string): string => {
    left = 0;
    return message;
  };
  return (request, middleware) => {
    if (left === 0) return;
    left--;
    warn(() => {
      const routes = request.matchedRoutes ?? [];
      const astray = routes.find(({ path }) => isAstray(path, request.path));
      if (astray) return warnOnce(astrayMessage(request.path, astray.path));
      // A mount that gets OPTIONS requests is none that misses them.
      if (request.method === "OPTIONS") left = 0;
      const own = routes.find(({ handler }) => handler === middleware);
      const isOneMethod = own !== undefined && own.method !== "ALL" && left > 0;
      return isOneMethod ? warnOnce(oneMethodMessage(own)) : undefined;
    });
  };
}

/** Whether a pattern without parameters matched a path that is neither its own nor below it. */
function isAstray(pattern: string, path: string): boolean {
  // Slashes at the end of a base (`app.mount("", …)` makes `//*`) mean nothing to PatternRouter.
  const base = pattern.slice(0, -2).replace(/\/+$/, "");
  return (
    pattern.endsWith("/*") && !/[:*{?]/.test(base) && path !== base && !path.startsWith(`${base}/`)
  );
}

function astrayMessage(path: string, pattern: string): string {
  return (
    `Hono's router took ${printable(path)} for ${pattern}, as LinearRouter does before Hono 4.13.3. ` +
    "A policy for one path is then for others too. Update Hono, or use another router."
  );
}

/** Hono does not show a request of one method whether there are routes for another. */
function oneMethodMessage({ method, path }: Route): string {
  return (
    `cors is mounted for ${method} ${path}, where no preflight reaches it: unless it is mounted for ` +
    `OPTIONS ${path} too, Hono answers that with 404, and browsers then block the request. Write ` +
    `app.use("${path}", cors(…)) in front of the route, which gets both.`
  );
}
