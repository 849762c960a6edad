import { createCors, type Cors, type Gate } from "./cors.ts";
import { ALLOW_ORIGIN, VARY } from "./headers.ts";
import type { CorsOptions } from "./options.ts";
import { isPreflightRequest } from "./preflight.ts";
import { report, warn } from "./report.ts";
import { createVaryingGate } from "./varying-gate.ts";
import type { Verdict } from "./verdict.ts";

export { bindTo, memberOf, withEntrances, type Entrance, type Entrances } from "./entrances.ts";
export { isResponse } from "./fetch/response.ts";
export { pathOf } from "./fetch/path-of.ts";
export { gateForRoute, type GateRoute, type RouteGate } from "./route.ts";

export { printable } from "./printable.ts";

export { applyInside } from "./inside.ts";
export { warn } from "./report.ts";

/** What an adapter accepts as a policy: the options of `createCors`, or a gate made earlier. */
export type GateSource<Context = unknown> = CorsOptions<Context> | Gate<Context>;

/** Compiled policies before the warning that no policy is ever used twice. */
const FRESH_POLICIES = 100;

/**
 * Makes a gate of what a user gave.
 *
 * @param source options, or a gate, which comes back as it is
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const gate = toGate({ origin: "https://myapp.com" });
 * ```
 */
export function toGate<Context>(source: GateSource<Context>): Gate<Context> {
  return isGate(source) ? source : createCors(source);
}

/**
 * Selects a gate for every request. `select` is called each time; what it returns is compiled once
 * per object. It may look at `Origin`, so every response of these gates has `Vary: Origin`, whatever
 * the policy. If anything goes wrong, it is reported and this request's gate answers 500 without CORS
 * headers: a policy that can't be had allows nobody.
 *
 * @param select returns options, or a gate
 * @returns a function with the arguments of `select` that never throws
 * @example
 * ```ts
 * const gateFor = selectGate((c: Context) => (c.req.path.startsWith("/public") ? open : strict));
 * const verdict = await gateFor(c).check(c.req.raw, c);
 * ```
 */
export function selectGate<Input extends readonly unknown[], Context>(
  select: (...input: Input) => GateSource<Context>,
): (...input: Input) => Gate<Context> {
  const gates = new WeakMap<object, Gate<Context>>();
  let compiled = 0;
  const compile = (source: GateSource<Context>): Gate<Context> => {
    if (++compiled === FRESH_POLICIES) warnOfFreshPolicies();
    const gate = createVaryingGate(toGate(source));
    gates.set(source, gate);
    return gate;
  };
  return (...input) =>
    orClosed(() => {
      const source = select(...input);
      return gates.get(source) ?? compile(source);
    }, VARYING_CLOSED);
}

/**
 * Selects a gate once per key, for hosts whose key is the same object for many requests (a Worker's
 * `env`). A failure is reported and answered as `selectGate` does, and not remembered.
 *
 * @param select returns options, or a gate
 * @returns a function that never throws
 * @example
 * ```ts
 * const gateFor = selectGateOnce((env: Env) => ({ origin: originsFrom(env.ALLOWED_ORIGINS) }));
 * ```
 */
export function selectGateOnce<Key, Context>(
  select: (key: Key) => GateSource<Context>,
): (key: Key) => Gate<Context> {
  const gates = new WeakMap<object, Gate<Context>>();
  const compile = (key: Key): Gate<Context> => {
    const gate = toGate(select(key));
    // Without a key (a unit test that passes no env) there is nothing to remember it by.
    if (isObject(key)) gates.set(key, gate);
    return gate;
  };
  return (key) => gates.get(key as object) ?? orClosed(() => compile(key), CLOSED);
}

/**
 * The verdict that holds for every request, where a gate answers all of them alike: a static policy
 * grants a request without `Origin`, and without `Vary`. Its `apply` is then for whatever a host
 * answers by itself.
 *
 * @param gate one that does not show its options has no such verdict, as far as anyone can tell
 * @example
 * ```ts
 * const verdict = verdictForAll(toGate({ origin: "*" }));
 * const fixed = verdict?.apply(new Response("the same for everyone"));
 * ```
 */
export function verdictForAll<Context>(gate: Gate<Context>): Verdict | undefined {
  const { options } = gate as Partial<Cors<Context>>;
  if (!options || typeof options.origin === "function") return undefined;
  // `onVerdict` hears of requests, and this is none.
  const cors = createCors<Context>({ ...options, onVerdict: undefined });
  const verdict = cors.check(new Request("http://localhost"));
  const { headers } = verdict.apply(new Response());
  return headers.has(ALLOW_ORIGIN) && !headers.has(VARY) ? verdict : undefined;
}

/**
 * Whether a user gave a gate, and not options. A gate may be an instance of a class; what someone put
 * on `Object.prototype` makes no gate of options.
 *
 * @example
 * ```ts
 * isGate(createCors({ origin: "*" })); // true
 * ```
 */
export function isGate<Context>(source: GateSource<Context>): source is Gate<Context> {
  return isObject(source) && ["check", "wrap"].every((name) => hasMember(source, name));
}

function hasMember(value: object, name: string): boolean {
  return (
    name in value &&
    (!(name in Object.prototype) ||
      Reflect.get(value, name) !== Reflect.get(Object.prototype, name))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function orClosed<Context>(open: () => Gate<Context>, closed: Gate): Gate<Context> {
  try {
    return open();
  } catch (error) {
    report("the policy of a request can't be used; 500 is sent", error);
    return closed;
  }
}

/** The gate of a request whose policy can't be had: nobody passes, and no handler runs. */
const CLOSED: Gate = {
  check: (request): Verdict => ({
    kind: kindOf(request),
    origin: request.headers.get("origin"),
    allowed: false,
    reason: "no-policy",
    detail: "The policy of this request can't be used; the log says why.",
    response: unavailable(),
    apply: unavailable,
  }),
  wrap: () => unavailable,
};

/** The same, where a function of the request was to choose the policy. */
const VARYING_CLOSED: Gate = createVaryingGate(CLOSED);

function kindOf(request: Request): Verdict["kind"] {
  if (!request.headers.has("origin")) return "none";
  return isPreflightRequest(request) ? "preflight" : "actual";
}

function unavailable(): Response {
  return new Response("Internal Server Error\n", {
    status: 500,
    headers: { "cache-control": "no-store", "content-type": "text/plain;charset=UTF-8" },
  });
}

function warnOfFreshPolicies(): void {
  warn(
    () =>
      `${FRESH_POLICIES} policies were compiled, as if each request brought a new one. ` +
      "Hoist the policy out of the function, return the same object each time, or return a gate of createCors.",
  );
}
