import type { Fault } from "./fault.ts";

/** How other libraries' names give themselves away; the first that matches counts. */
const TRANSLATIONS: readonly (readonly [pattern: RegExp, option: string])[] = [
  [/origin/i, "origin"],
  [/method/i, "allowMethods"],
  [/expos/i, "exposeHeaders"],
  [/header/i, "allowHeaders"],
  [/credential/i, "credentials"],
  [/max_?age/i, "maxAge"],
  [/status/i, "preflightStatus"],
  [/continue/i, "preflightContinue"],
  [/error/i, "onError"],
];

/** A misspelt option is a rule that silently does not hold. */
export function refuseUnknown(given: object, known: readonly string[], fault: Fault): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const option = TRANSLATIONS.find(([pattern]) => pattern.test(name))?.[1];
    fault(
      name,
      "unknown",
      `unknown option; ${option ? `write ${option}` : `leave it out, or write one of ${known.join(", ")}`}`,
    );
  }
}
