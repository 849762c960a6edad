/** What is known about one code. Texts hold `{placeholders}`: see `fillTemplate`. */
export interface CodeEntry {
  /** The step of the standard that fails. */
  readonly step: string;
  /** False where the standard has a network error that no CORS header would have prevented. */
  readonly isCors: boolean;
  /** The `CorsError` of the DevTools protocol, on the request itself and on its preflight. */
  readonly chromium: { readonly actual: string | null; readonly preflight: string | null };
  /** The name of the reason in Firefox, as MDN lists them. */
  readonly firefox: string | null;
  /** Two sentences: who refused what. */
  readonly explanation: string;
  /** What to change, and where. */
  readonly fix: string;
}

export const fetchStandard = "https://fetch.spec.whatwg.org/#";
export const mainFetch: string = `${fetchStandard}concept-main-fetch`;
export const redirectFetch: string = `${fetchStandard}concept-http-redirect-fetch`;

type Names = CodeEntry["chromium"];

export const none: Names = { actual: null, preflight: null };

export function both(name: string): Names {
  return { actual: name, preflight: `Preflight${name}` };
}

export function onPreflight(name: string): Names {
  return { actual: null, preflight: name };
}

export function onActual(name: string): Names {
  return { actual: name, preflight: null };
}
