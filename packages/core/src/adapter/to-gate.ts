import { createCors, type Gate } from "../cors.ts";
import type { GivenOptions } from "../given-options.ts";
import { memberOf } from "./entrances.ts";

/** What an adapter accepts as a policy: the options of `createCors`, or a gate made earlier. */
export type GateSource<Context = unknown, Options = unknown> =
  | GivenOptions<Context, Options>
  | Gate<Context>;

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
 * Tells whether a user gave a gate, and not options. A gate may be an instance of a class. Members
 * that someone put on `Object.prototype` make no gate of options.
 *
 * @example
 * ```ts
 * isGate(createCors({ origin: "*" })); // true
 * ```
 */
export function isGate<Context>(source: GateSource<Context>): source is Gate<Context> {
  return (
    Object(source) === source &&
    ["check", "wrap"].every((name) => memberOf(source, name) !== undefined)
  );
}
