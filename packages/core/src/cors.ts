import { compileCheck } from "./check.ts";
import type {
  AskingCorsOptions,
  CorsOptions,
  NormalizedCorsOptions,
  PlainOptions,
  PlainStaticOptions,
} from "./options.ts";
import type { GivenOptions } from "./given-options.ts";
import { compilePolicy } from "./policy.ts";
import { askOrigin } from "./origin/ask.ts";
import { normalizeOptions } from "./validate/options.ts";
import type { Decision } from "./verdict/decision.ts";
import type { Verdict } from "./verdict/verdict.ts";
import { createAskingWrap, createWrap, type Wrap } from "./wrap.ts";

/** What an adapter needs: something that checks requests and wraps handlers. */
export interface Gate<Context = unknown> {
  /**
   * Decides about one request.
   *
   * @param request any request; its body is never read
   * @param context what the origin function and `onVerdict` get as their context
   */
  check(request: Request, context?: Context): Verdict | Promise<Verdict>;
  /** Puts the gate around a fetch-style handler, and passes arguments and `this` on. */
  readonly wrap: Wrap<Context>;
}

/** A policy that needs to ask no one: every answer comes at once. */
export interface Cors<Context = unknown> extends Gate<Context> {
  check(request: Request, context?: Context): Verdict;
  /** Tells whether the policy allows an origin, for a check outside of HTTP (WebSockets). */
  allows(origin: string, context?: Context): boolean;
  /** The validated policy, deep-frozen; `createCors` accepts it again. */
  readonly options: NormalizedCorsOptions<Context>;
}

/**
 * A policy with an origin function: every answer is a promise, even if the function was not asked.
 */
export interface AskingCors<Context = unknown> extends Gate<Context> {
  check(request: Request, context?: Context): Promise<Verdict>;
  /** Tells whether the policy allows an origin, for a check outside of HTTP (WebSockets). */
  allows(origin: string, context?: Context): Promise<boolean>;
  /** The validated policy, deep-frozen; `createCors` accepts it again. */
  readonly options: NormalizedCorsOptions<Context>;
}

/**
 * The gate that `createCors` returns. It is either kind if the type does not tell whether `origin`
 * is a function.
 */
export type CorsFor<Origin, Context = unknown> = unknown extends Origin
  ? Cors<Context> | AskingCors<Context>
  : Origin extends (...question: never) => unknown
    ? AskingCors<Context>
    : Cors<Context>;

type OriginOf<Options> = Options extends { readonly origin: infer Origin } ? Origin : unknown;

/**
 * Builds a gate from a policy, or refuses the policy.
 *
 * @param options the policy; only `origin` is required
 * @returns a gate without state: one serves all requests
 * @throws CorsConfigError with every problem of the policy, and what to write instead
 * @example
 * ```ts
 * const cors = createCors({ origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true });
 *
 * export default { fetch: cors.wrap(() => Response.json({ data: "hello world" })) };
 * ```
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function createCors<Context = unknown>(options: PlainStaticOptions<Context>): Cors<Context>;
export function createCors<Context = unknown>(
  options: AskingCorsOptions<Context>,
): AskingCors<Context>;
export function createCors<Context = unknown, const Options = unknown>(
  options: GivenOptions<Context, Options>,
): CorsFor<OriginOf<Options>, Context>;
// Of four, the compiler tells what is wrong by the last one.
export function createCors<Context = unknown>(
  options: PlainOptions<Context>,
): Cors<Context> | AskingCors<Context>;
export function createCors<Context>(
  options: CorsOptions<Context> | GivenOptions<Context> | PlainOptions<Context>,
): Cors<Context> | AskingCors<Context> {
  const valid = normalizeOptions(options as CorsOptions<Context>);
  const { options: normalized, origin: ask } = valid;
  const { onError } = normalized;
  const policy = compilePolicy(valid);
  const { allows } = policy;
  const decided = compileCheck(policy);
  if (typeof ask !== "function") {
    const check = (request: Request, context?: Context): Verdict => {
      const origin = request.headers.get("origin");
      return decided(request, context, origin, allows(origin));
    };
    return made({ check, wrap: createWrap(check, onError), allows, options: normalized });
  }
  const decide = async (
    origin: string | null,
    context?: Context,
    request?: Request,
  ): Promise<Decision> => {
    return allows(origin) && askOrigin(ask, origin as string, context as Context, request);
  };
  const check = async (request: Request, context?: Context): Promise<Verdict> => {
    const origin = request.headers.get("origin");
    return decided(request, context, origin, await decide(origin, context, request));
  };
  return made({
    check,
    wrap: createAskingWrap(check, onError),
    allows: async (origin: string, context?: Context) => (await decide(origin, context)) === true,
    options: normalized,
  });
}

/** Gates that are one policy, as opposed to objects that hold parts of one. */
const MADE = new WeakSet<object>();

function made<Made extends Gate<never>>(gate: Made): Made {
  MADE.add(gate);
  return gate;
}

/** Whether a gate came out of `createCors`, so that its options say all that it does. */
export function isCors<Context>(gate: Gate<Context>): gate is Cors<Context> | AskingCors<Context> {
  return MADE.has(gate);
}
