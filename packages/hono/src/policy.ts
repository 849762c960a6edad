import { CorsConfigError, type ConfigIssue, type Gate, type GivenOptions } from "@crossgate/core";
import { gateFor, isGate, toGate, type GateSource } from "@crossgate/core/adapter";
import type { Context, Env } from "hono";
import { gateOfContent } from "./content.ts";
import type { HonoOptions, OnErrorBelongsToTheApp, UnnamedEnv } from "./options.ts";

/**
 * An object of the type `CorsOptions` may hold an `onError`, so `cors` checks it when it gets it.
 */
type RefusedOnError<Options> =
  true extends GivesOnError<Options>
    ? { readonly onError?: OnErrorBelongsToTheApp | undefined }
    : unknown;

type GivesOnError<Options> = Options extends { readonly onError: infer OnError }
  ? undefined extends OnError
    ? never
    : true
  : never;

/** Options, or a gate; of any Env, so that one made on the spot needs no name for it. */
export type HonoSource<E extends Env = UnnamedEnv, Options = unknown> =
  | (GivenOptions<Context<E>, Options> & RefusedOnError<Options>)
  | Gate<Context>;

/** Options, a gate, or a function from Hono's context to either, which may answer later. */
export type HonoPolicy<E extends Env = UnnamedEnv, Options = unknown> =
  | HonoSource<E, Options>
  | ((c: Context<E>) => HonoSource<E, Options> | Promise<HonoSource<E, Options>>);

/**
 * Turns a policy into a gate per request.
 *
 * @throws CorsConfigError for options that are refused; a function's are checked when it returns them
 */
export function compilePolicy<E extends Env>(
  policy: HonoPolicy<E>,
): (c: Context<E>) => Gate<Context<E>> | Promise<Gate<Context<E>>> {
  if (typeof policy !== "function") {
    const source = checked(policy);
    const gate = isGate(source) ? source : gateOfContent(source as HonoOptions);
    return () => gate;
  }
  const gateOf = gateFor(
    (choose: () => HonoSource<E>) => choose() as GateSource<Context<E>>,
    checked as never,
  );
  const failed = (error: unknown): Gate<Context<E>> =>
    gateOf(() => {
      throw error;
    });
  return (c) => {
    try {
      const chosen = policy(c);
      if (!isPromise(chosen)) return gateOf(() => chosen);
      // Another library's promise may have a `then` that returns nothing.
      return Promise.resolve(chosen).then((source) => gateOf(() => source), failed);
    } catch (error) {
      return failed(error);
    }
  };
}

function isPromise<Source>(chosen: Source | Promise<Source>): chosen is Promise<Source> {
  return Object(chosen) === chosen && "then" in (chosen as object);
}

/** @throws CorsConfigError for a policy that expects to be told of errors */
function checked<E extends Env>(source: HonoSource<E>): HonoSource<E> {
  if (source === undefined) throw new CorsConfigError([NO_POLICY]);
  const options = optionsOf(source);
  if (options?.onError === undefined) return source;
  throw new CorsConfigError([...otherIssues({ ...options, onError: undefined }), ON_ERROR]);
}

/** What was given, or what a gate of `createCors` was made of. */
function optionsOf<E extends Env>(source: HonoSource<E>): GivenOptions<Context<E>> | undefined {
  if (!isGate(source)) return source;
  const { options } = source as { options?: GivenOptions<Context<E>> };
  return options;
}

const NO_POLICY: ConfigIssue = {
  path: "origin",
  code: "missing",
  message:
    'missing origin; write an origin like "https://example.com" or "https://*.example.com", or ' +
    'cors({ origin: "*" }) for every page, which is what hono/cors takes cors() for',
};

const ON_ERROR: ConfigIssue = {
  path: "onError",
  code: "invalid",
  message:
    "invalid on Hono, which hands errors to the app before a middleware sees them; " +
    "leave it out and write app.onError((error, c) => …), whose response gets CORS headers too",
};

/** All problems are told at once. */
function otherIssues<E extends Env>(options: GivenOptions<Context<E>>): readonly ConfigIssue[] {
  try {
    toGate(options);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues;
    throw error;
  }
  return [];
}
