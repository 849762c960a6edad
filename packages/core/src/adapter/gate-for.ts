import type { Gate } from "../cors.ts";
import { report, warn } from "../report.ts";
import { CLOSED } from "./closed-gate.ts";
import { makeForRoutes } from "./route.ts";
import { type GateSource, toGate } from "./to-gate.ts";
import { createVaryingGate } from "./varying-gate.ts";

/** Options, a gate, or a function of what a host hands over that returns either. */
export type GatePolicy<Input extends readonly unknown[], Context = unknown, Options = unknown> =
  | GateSource<Context, Options>
  | ((...input: Input) => GateSource<Context, Options>);

type Prepare<Context> = (source: GateSource<Context>) => GateSource<Context>;

/** Compiled policies before the warning that no policy is ever used twice. */
const FRESH_POLICIES = 100;

/**
 * Makes of a policy the gate for each request.
 *
 * A function is called each time; what it returns is compiled once per object. It may look at
 * `Origin`, so every response of these gates has `Vary: Origin`, whatever the policy. If anything goes
 * wrong, it is reported and this request's gate answers 500 without CORS headers: a policy that can't
 * be had allows no one.
 *
 * @param policy options, a gate, or a function of the request to either
 * @param prepare completes or refuses what the user gave, before it is compiled
 * @returns a function of the request; it never throws
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const gateOf = gateFor((c: Context) => (c.req.path.startsWith("/public") ? open : strict));
 * const verdict = await gateOf(c).check(c.req.raw, c);
 * ```
 */
export function gateFor<Input extends readonly unknown[], Context>(
  policy: GatePolicy<Input, Context>,
  prepare: Prepare<Context> = unchanged,
): (...input: Input) => Gate<Context> {
  if (typeof policy !== "function") {
    const gate = toGate(prepare(policy));
    return () => gate;
  }
  const gates = new WeakMap<object, Gate<Context>>();
  let compiled = 0;
  const compile = (source: GateSource<Context>): Gate<Context> => {
    if (++compiled === FRESH_POLICIES) warnOfFreshPolicies();
    const gate = makeForRoutes(toGate(prepare(source)), createVaryingGate);
    gates.set(source, gate);
    return gate;
  };
  return (...input) =>
    orClosed(() => {
      const source = atOnce(policy(...input));
      return gates.get(source) ?? compile(source);
    });
}

/**
 * Makes of a policy the gate for each key, on hosts whose key is the same object for many requests (a
 * Worker's `env`). A function is called once per key. A failure is reported and answered as `gateFor`
 * does, and the next request asks again.
 *
 * @param policy options, a gate, or a function of the key to either
 * @returns a function of the key; it never throws
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const gateOf = gateForKey((env: Env) => ({ origin: originsFrom(env.ALLOWED_ORIGINS) }));
 * ```
 */
export function gateForKey<Key, Context>(
  policy: GatePolicy<readonly [key: Key], Context>,
): (key: Key) => Gate<Context> {
  if (typeof policy !== "function") {
    const gate = toGate(policy);
    return () => gate;
  }
  const gates = new WeakMap<object, Gate<Context>>();
  const compile = (key: Key): Gate<Context> => {
    const gate = toGate(atOnce(policy(key)));
    // Without a key (a unit test that passes no env) there is nothing to find it by.
    if (typeof key === "object" && key !== null) gates.set(key, gate);
    return gate;
  };
  return (key) => gates.get(key as object) ?? orClosed(() => compile(key));
}

/** @throws TypeError for a promise: a host that answers at once waits for none */
function atOnce<Context>(source: GateSource<Context>): GateSource<Context> {
  if (Object(source) !== source || !("then" in source)) return source;
  // Nothing else listens to what it rejects with.
  Promise.resolve(source).catch(() => {});
  throw new TypeError(
    "the function that chooses the policy returned a promise, and has to answer at once; " +
      "let it return a policy whose origin is async: { origin: async (origin, context) => … }",
  );
}

function unchanged<Value>(value: Value): Value {
  return value;
}

function orClosed<Context>(open: () => Gate<Context>): Gate<Context> {
  try {
    return open();
  } catch (error) {
    report("the policy of a request can't be used; 500 is sent", error);
    return CLOSED;
  }
}

function warnOfFreshPolicies(): void {
  warn(
    () =>
      `${FRESH_POLICIES} policies were compiled, as if each request brought a new one. ` +
      "Hoist the policy out of the function, return the same object each time, or return a gate of createCors.",
  );
}
