import { bindTo, memberOf, withEntrances } from "@crossgate/core/adapter";
import { answerErrors } from "./errors.ts";
import type { HandlerLike } from "./host.ts";
import type { Guard } from "./policy.ts";

/** `Deno.serve` calls the function itself; `deno serve` calls a `fetch` that it carries. */
export function guardFunction<Info>(
  served: HandlerLike<Info>,
  guard: Guard<Info>,
): HandlerLike<Info> {
  const call = guard(bindTo(undefined, served));
  if (!isEntrance(served, "fetch")) return call;
  // Named, because Deno gives a function without parameters neither request nor info.
  const shell: HandlerLike<Info> = (request, info) => call(request, info);
  return withEntrances(served, { fetch: ifFunction(served, guard) }, shell) as HandlerLike<Info>;
}

/**
 * `deno serve` calls `fetch` and `Deno.serve` calls `handler`, with `onError` for what that throws.
 * An object may have both (H3's app has), and nothing tells how it will be started: each is guarded.
 * With `fetch` alone, an `onError` is the app's own (Hono's registers a function) and is left to it.
 *
 * @throws TypeError for an object that Deno would call nothing of
 */
export function guardObject<Info>(served: object, guard: Guard<Info>): object {
  if (!ENTRANCES.some((name) => isEntrance(served, name))) {
    throw new TypeError(
      "withCors needs a handler, or an object with one: withCors((request, info) => …, options)",
    );
  }
  const fetch = ifFunction(served, guard);
  const listen = (own: unknown): unknown => (typeof own === "function" ? refuseToListen : own);
  if (!isEntrance(served, "handler")) {
    return withEntrances(served, { fetch, handler: fetch, listen });
  }
  const errors = answerErrors(served);
  const handler = ifFunction<Info>(served, (own) => guard(errors.answering(own)));
  return withEntrances(served, { fetch, handler, onError: errors.onError, listen });
}

/** An app that starts itself serves its own handler, which no gate guards. */
function refuseToListen(): never {
  throw new TypeError(
    "listen() would start the app without its gate: write Deno.serve(withCors(app, policy).fetch)",
  );
}

/** The members that a start form of Deno calls with a request. */
const ENTRANCES = ["fetch", "handler"] as const;

/** A member that can't be read yet may become one; it is guarded when the host reads it. */
function isEntrance(served: object, name: string): boolean {
  try {
    return typeof memberOf(served, name) === "function";
  } catch {
    return false;
  }
}

function ifFunction<Info>(served: object, guard: Guard<Info>): (member: unknown) => unknown {
  return (member) =>
    typeof member === "function" ? guard(bindTo(served, member as HandlerLike<Info>)) : member;
}
