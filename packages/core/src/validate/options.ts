import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import type { CorsOptions, NormalizedCorsOptions, OriginFunction } from "../options.ts";
import { readMethods, readRequestHeaders, readResponseHeaders } from "./names.ts";
import type { OriginSet } from "../origin/list.ts";
import { readOrigin, readOrigins } from "./origins.ts";
import type { Reader, Refuse } from "./reader.ts";
import { integer, readBoolean, readFunction } from "./scalars.ts";

/** Every option, in the order in which problems are told, with what it is when it is not given. */
const OPTIONS: Readonly<Record<keyof CorsOptions, readonly [reader: Reader, fallback?: unknown]>> =
  {
    origin: [readOrigin, ""],
    allowMethods: [readMethods, ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"]],
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

/** A policy that works, and its origins as the sets that they were read into. */
export interface ValidPolicy<Context = unknown> {
  /** All options with their defaults, deep-frozen. */
  readonly options: NormalizedCorsOptions<Context>;
  readonly origin: "*" | OriginSet | OriginFunction<Context>;
  readonly selfOrigins?: OriginSet | undefined;
}

/**
 * Turns what was given into a policy that works, or refuses it whole.
 *
 * @returns what shares nothing mutable with `given`
 * @throws CorsConfigError with every problem
 */
export function normalizeOptions<Context>(given: CorsOptions<Context>): ValidPolicy<Context> {
  const issues: ConfigIssue[] = [];
  const values: Record<string, unknown> = {};
  const normalized: Record<string, unknown> = {};
  // A copy, so that a getter, or a caller that goes on writing, changes nothing after validation.
  // It has no prototype, so that only the given options count. A text would be copied letter by
  // letter.
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
    // An option that was not given is there too, so that no one reads a prototype's.
    values[name] = value === undefined ? value : read(value, refuser(name), options);
    show(normalized, name, values[name]);
  }
  for (const name in options) {
    if (!Object.hasOwn(OPTIONS, name)) refuser(name)("unknown", `option; write ${nameFor(name)}`);
  }
  if (issues[0]) throw new CorsConfigError(issues);
  const { origin, selfOrigins } = values as unknown as ValidPolicy<Context>;
  return {
    options: Object.freeze(normalized) as unknown as NormalizedCorsOptions<Context>,
    origin,
    selfOrigins,
  };
}

/** A list is made when it is first read, since a million origins take long to copy and to freeze. */
function show(options: object, name: string, value: unknown): void {
  let list: readonly unknown[] | undefined;
  const shown =
    value instanceof Set ? { get: () => (list ??= Object.freeze([...value])) } : { value };
  // Without a prototype, of which a descriptor would read `writable`.
  const descriptor: object = { __proto__: null, enumerable: true, ...shown };
  Object.defineProperty(options, name, descriptor);
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
