import { CorsConfigError, type CorsOptions, createCors } from "@crossgate/core";
import { safelistedMethods } from "../safelisted-methods.ts";
import type { SuggestedPolicy } from "./report.ts";
import type { Asked } from "./tally.ts";

/** What a log tells at all. */
export interface TellsOf {
  readonly isHeadersTold: boolean;
  readonly isCredentialsTold: boolean;
}

/** What pages ask for and no policy can allow, by its name: what `createCors` says of it. */
export type Impossible = ReadonlyMap<string, string>;

/** A policy, and what it does not say. */
export interface Suggested {
  readonly policy: SuggestedPolicy;
  readonly impossible: Impossible;
}

/** The tightest policy for what these asked for. */
export function policyFor(
  origin: readonly string[],
  served: readonly Asked[],
  { isHeadersTold }: TellsOf,
): Suggested {
  const impossible = new Map<string, string>();
  const possible = (option: "allowMethods" | "allowHeaders", names: Iterable<string>): string[] =>
    [...names].toSorted().filter((name) => {
      const problem = problemOf({ origin: "https://myapp.com", [option]: [name] });
      if (problem !== undefined) impossible.set(name, problem);
      return problem === undefined;
    });
  const methods = new Set(served.flatMap(({ methods }) => methods.map(normalized)));
  const beyond = [...methods].filter((method) => !safelistedMethods.includes(method));
  const headers = new Set(served.flatMap(({ headers }) => headers));
  const credentials = served.some((each) => each.credentials);
  const policy = {
    origin,
    ...(methods.size > 0 && { allowMethods: possible("allowMethods", beyond) }),
    // With credentials "*" is no wildcard, so that nothing can be left open.
    ...((isHeadersTold || credentials) && { allowHeaders: possible("allowHeaders", headers) }),
    ...(credentials && { credentials }),
  };
  return { policy, impossible };
}

/** As browsers do it. @see https://fetch.spec.whatwg.org/#concept-method-normalize */
function normalized(method: string): string {
  const upper = method.toUpperCase();
  return ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"].includes(upper) ? upper : method;
}

function problemOf(options: CorsOptions): string | undefined {
  try {
    createCors(options);
    return undefined;
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues[0]?.message;
  }
}
