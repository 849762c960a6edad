import { ORIGIN, REQUEST_METHOD } from "./headers.ts";
import { isPromise } from "./is-promise.ts";
import { Judgement, type OriginDecision } from "./judgement.ts";
import type {
  AskingCorsOptions,
  CorsOptions,
  NormalizedCorsOptions,
  OriginFunction,
  StaticCorsOptions,
} from "./options.ts";
import { compilePolicy, type Policy } from "./policy.ts";
import { report } from "./report.ts";
import { normalizeOptions } from "./validate/options.ts";
import type { Verdict } from "./verdict.ts";
import { createWrap, type Wrap } from "./wrap.ts";

/** What an adapter needs: something that judges requests and wraps handlers. */
export interface Gate<Context = unknown> {
  /**
   * Decides about one request.
   *
   * @param request any request; its body is never read
   * @param context what the origin function and `onVerdict` get as their context
   */
  check(request: Request, context?: Context): Verdict | Promise<Verdict>;
  /** Puts the gate around a fetch-style handler. Arguments and `this` are passed on. */
  readonly wrap: Wrap<Context>;
}

/** A policy that needs to ask nobody: every answer comes at once. */
export interface Cors<Context = unknown> extends Gate<Context> {
  check(request: Request, context?: Context): Verdict;
  /** Whether the policy allows an origin, for gates that are not HTTP (a WebSocket's own check). */
  allows(origin: string, context?: Context): boolean;
  /** The validated policy, deep-frozen; `createCors` accepts it again. */
  readonly options: NormalizedCorsOptions<Context>;
}

/** A policy with an origin function: every answer is a promise, also where it was not asked. */
export interface AskingCors<Context = unknown> extends Gate<Context> {
  check(request: Request, context?: Context): Promise<Verdict>;
  /** Whether the policy allows an origin, for gates that are not HTTP (a WebSocket's own check). */
  allows(origin: string, context?: Context): Promise<boolean>;
  /** The validated policy, deep-frozen; `createCors` accepts it again. */
  readonly options: NormalizedCorsOptions<Context>;
}

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
export function createCors<Context = unknown>(options: StaticCorsOptions<Context>): Cors<Context>;
export function createCors<Context = unknown>(
  options: AskingCorsOptions<Context>,
): AskingCors<Context>;
export function createCors<Context = unknown>(
  options: CorsOptions<Context>,
): Cors<Context> | AskingCors<Context>;
export function createCors<Context>(
  options: CorsOptions<Context>,
): Cors<Context> | AskingCors<Context> {
  const policy = compilePolicy(normalizeOptions(options));
  return policy.ask ? createAskingCors(policy, policy.ask) : createStaticCors(policy);
}

function createStaticCors<Context>(policy: Policy<Context>): Cors<Context> {
  const check = (request: Request, context?: Context): Verdict => {
    const origin = request.headers.get(ORIGIN);
    const allowed = origin !== null && policy.mayAllow(origin);
    return judge(policy, request, context, origin, allowed ? ALLOWED : DENIED);
  };
  return {
    check,
    wrap: createWrap(check, policy.options.onError),
    allows: (origin) => policy.mayAllow(origin),
    options: policy.options,
  };
}

function createAskingCors<Context>(
  policy: Policy<Context>,
  ask: OriginFunction<Context>,
): AskingCors<Context> {
  const decide = async (
    origin: string,
    context: Context | undefined,
    request?: Request,
  ): Promise<OriginDecision> => {
    if (!policy.mayAllow(origin)) return DENIED;
    try {
      const answer = await ask(origin, context as Context, request);
      return answer === true || answer === origin ? ALLOWED : DENIED;
    } catch (error) {
      report(`the origin function failed; the origin is denied`, error);
      return { allowed: false, failure: { error } };
    }
  };
  const check = async (request: Request, context?: Context): Promise<Verdict> => {
    const origin = request.headers.get(ORIGIN);
    const decision = origin === null ? DENIED : await decide(origin, context, request);
    return judge(policy, request, context, origin, decision);
  };
  return {
    check,
    wrap: createWrap(check, policy.options.onError),
    allows: async (origin, context) => (await decide(origin, context)).allowed,
    options: policy.options,
  };
}

const ALLOWED: OriginDecision = { allowed: true };
const DENIED: OriginDecision = { allowed: false };

function judge<Context>(
  policy: Policy<Context>,
  request: Request,
  context: Context | undefined,
  origin: string | null,
  decision: OriginDecision,
): Verdict {
  const kind = origin === null ? "none" : isPreflight(request) ? "preflight" : "actual";
  const verdict = new Judgement(policy, request, kind, origin, decision);
  const { onVerdict } = policy.options;
  if (onVerdict) notify(onVerdict, verdict, request, context as Context);
  return verdict;
}

/** Any other OPTIONS belongs to the application. @see https://fetch.spec.whatwg.org/#cors-preflight-request */
function isPreflight(request: Request): boolean {
  return request.method === "OPTIONS" && request.headers.has(REQUEST_METHOD);
}

/** A hook watches; whatever becomes of it, the decision stands. */
function notify<Context>(
  onVerdict: NonNullable<NormalizedCorsOptions<Context>["onVerdict"]>,
  verdict: Verdict,
  request: Request,
  context: Context,
): void {
  const failed = (error: unknown): void => report("onVerdict failed; the decision stands", error);
  try {
    // An async hook is not waited for, but its rejection must not become an unhandled one.
    const done: unknown = onVerdict(verdict, request, context);
    if (isPromise(done)) done.then(undefined, failed);
  } catch (error) {
    failed(error);
  }
}
