import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import type { CorsOptions, NormalizedCorsOptions } from "../options.ts";
import { readMethods, readRequestHeaders, readResponseHeaders } from "./names.ts";
import { readOrigin, readOrigins } from "./origins.ts";
import type { Reader, Refuse } from "./reader.ts";
import { integer, readBoolean, readFunction } from "./scalars.ts";

/** Every option, in the order in which problems are told, with what it is when it is not given. */
const OPTIONS: Readonly<Record<keyof CorsOptions, readonly [reader: Reader, fallback?: unknown]>> =
  {
    origin: [readOrigin, ""],
    allowMethods: [readMethods, "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY".split(",")],
    allowHeaders: [readRequestHeaders, "*"],
    exposeHeaders: [readResponseHeaders, []],
    credentials: [readBoolean, false],
    maxAge: [integer(0, 86400), 600],
    preflightStatus: [integer(200, 299), 204],
    preflightContinue: [readBoolean, false],
    refuseDenied: [readBoolean, false],
    selfOrigins: [readOrigins],
    dangerouslyAllowInsecureOrigins: [readBoolean, false],
    onVerdict: [readFunction],
    onError: [readFunction],
  };

/**
 * Turns what was given into a policy that works, or refuses it whole.
 *
 * @returns all options with their defaults, deep-frozen, sharing nothing mutable with `given`
 * @throws CorsConfigError with every problem
 */
export function normalizeOptions<Context>(
  given: CorsOptions<Context>,
): NormalizedCorsOptions<Context> {
  const issues: ConfigIssue[] = [];
  const normalized: Record<string, unknown> = {};
  // A copy, so that a getter, or a caller that goes on writing, changes nothing after validation; and
  // without a prototype, so that only what was given counts. A text would be copied letter by letter.
  const options: Record<string, unknown> = {
    __proto__: null,
    ...(Object(given) === given && given),
  };
  const refuser =
    (name: string): Refuse =>
    (code, problem, at = "") => {
      issues.push({ path: name + at, code, message: `${code} ${problem}` });
      return undefined;
    };
  for (const [name, [read, fallback]] of Object.entries(OPTIONS)) {
    const { [name]: value = fallback } = options;
    // An option that was not given is there all the same, so that nobody reads a prototype's.
    normalized[name] = value === undefined ? value : read(value, refuser(name), options);
  }
  for (const name in options) {
    if (!Object.hasOwn(OPTIONS, name)) refuser(name)("unknown", `option; write ${nameFor(name)}`);
  }
  if (issues[0]) throw new CorsConfigError(issues);
  return Object.freeze(normalized) as unknown as NormalizedCorsOptions<Context>;
}

/** Our name for what the author knows under another: `methods`, `allowedHeaders`, `origins`. */
function nameFor(unknown: string): string {
  const [part = unknown] =
    /origin|method|expos|header|cred|age|stat/.exec(unknown.toLowerCase()) ?? [];
  const names = Object.keys(OPTIONS);
  // A letter or two are in many names.
  const meant = part.length > 2 && names.find((name) => name.toLowerCase().includes(part));
  return meant || `one of ${names.join(", ")}`;
}
