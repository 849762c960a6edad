import { type Gate } from "../cors.ts";
import type { CorsOptions } from "../options.ts";
import { NOBODY } from "./nobody.ts";
import { canonicalPath, covers } from "./path.ts";
import { compileRules } from "./rules.ts";

/** A policy, and the paths that it is for. */
export type PathRule<Context = unknown> = CorsOptions<Context> & {
  /**
   * `/public/*` for `/public` and everything below it, `/health` for that path alone (with or without
   * a slash at its end), `*` for every path. Case-sensitive.
   */
  readonly path: string;
};

/**
 * Builds one gate from policies by path. The first rule that covers a request's path decides; a
 * preflight asks about its own path. A path without a rule is for nobody (reason `no-policy`), and so
 * is one that routers may read in another way: `%2f`, `%5c`, `%25`, a broken escape, an empty segment.
 *
 * @param rules in the order in which they are tried
 * @returns a gate, which every adapter takes in place of options
 * @throws CorsConfigError with the problems of all rules, each under its rule's index: `[1].origin`
 * @example
 * ```ts
 * const gate = corsByPath([
 *   { path: "/public/*", origin: "*" },
 *   { path: "/admin/*", origin: "https://admin.myapp.com", credentials: true },
 * ]);
 *
 * export default { fetch: gate.wrap(() => Response.json({ data: "hello world" })) };
 * ```
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsByPath<Context = unknown>(rules: readonly PathRule<Context>[]): Gate<Context> {
  const compiled = compileRules(rules);
  const indexFor = (request: Request): number => {
    const path = canonicalPath(new URL(request.url).pathname);
    const index =
      path === undefined ? -1 : compiled.findIndex(({ pattern }) => covers(pattern, path));
    return index < 0 ? compiled.length : index;
  };
  const gates = [...compiled.map(({ gate }) => gate), NOBODY as Gate<Context>];
  return {
    check: (request, context) => gates[indexFor(request)]!.check(request, context),
    wrap: (handler) => {
      const guarded = gates.map((gate) => gate.wrap(handler));
      return function (request, ...rest) {
        return guarded[indexFor(request)]!.call(this, request, ...rest);
      };
    },
  };
}
