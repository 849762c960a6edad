import { CorsConfigError, type ConfigIssue } from "../config-error.ts";
import type { CorsOptions, NormalizedCorsOptions } from "../options.ts";
import { show, type Fault } from "./fault.ts";
import { METHODS, readNames, REQUEST_HEADERS, RESPONSE_HEADERS } from "./names.ts";
import { readOrigin, readOriginList, type OriginRules } from "./origins.ts";
import { readBoolean, readFunction, readInteger } from "./scalars.ts";
import { refuseUnknown } from "./unknown.ts";

const DEFAULT_METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"];

/** The server's own origins are compared only; the rules of credentials do not concern them. */
const NO_CREDENTIALS: OriginRules = { credentials: false, allowInsecure: true };

/**
 * Turns what was given into a policy that works, or refuses it whole.
 *
 * @returns all options with their defaults, deep-frozen, sharing nothing mutable with `given`
 * @throws CorsConfigError with every problem, in the order of the options below
 */
export function normalizeOptions<Context>(
  given: CorsOptions<Context>,
): NormalizedCorsOptions<Context> {
  const issues: ConfigIssue[] = [];
  const fault: Fault = (path, code, message) => issues.push({ path, code, message });
  if (typeof given !== "object" || given === null) {
    fault(
      "options",
      "invalid",
      `invalid value ${show(given)}; write { origin: "https://app.example.com" }`,
    );
    throw new CorsConfigError(issues);
  }
  // Every option is read once, here: a getter, or a caller that goes on writing, can't slip in
  // something else after validation. Only `undefined` means "left out".
  const {
    origin,
    allowMethods = DEFAULT_METHODS,
    allowHeaders = "*",
    exposeHeaders = [],
    credentials = false,
    maxAge = 600,
    preflightStatus = 204,
    preflightContinue = false,
    refuseDenied = false,
    selfOrigins,
    onVerdict,
    onError,
    dangerouslyAllowInsecureOrigins = false,
    ...unknown
  } = given;
  const rules: OriginRules = {
    credentials: credentials === true,
    allowInsecure: dangerouslyAllowInsecureOrigins === true,
  };
  const options = {
    origin: readOrigin(origin, rules, fault),
    allowMethods: readNames(allowMethods, "allowMethods", METHODS, fault),
    allowHeaders: readNames(allowHeaders, "allowHeaders", REQUEST_HEADERS, fault),
    exposeHeaders: readNames(exposeHeaders, "exposeHeaders", RESPONSE_HEADERS, fault),
    credentials: readBoolean(credentials, "credentials", fault),
    maxAge: readInteger(maxAge, "maxAge", 0, 86400, fault),
    preflightStatus: readInteger(preflightStatus, "preflightStatus", 200, 299, fault),
    preflightContinue: readBoolean(preflightContinue, "preflightContinue", fault),
    refuseDenied: readBoolean(refuseDenied, "refuseDenied", fault),
    ...(selfOrigins !== undefined && {
      selfOrigins: readOriginList(selfOrigins, "selfOrigins", NO_CREDENTIALS, fault),
    }),
    ...(onVerdict !== undefined && { onVerdict: readFunction(onVerdict, "onVerdict", fault) }),
    ...(onError !== undefined && { onError: readFunction(onError, "onError", fault) }),
    dangerouslyAllowInsecureOrigins: readBoolean(
      dangerouslyAllowInsecureOrigins,
      "dangerouslyAllowInsecureOrigins",
      fault,
    ),
  };
  if (options.exposeHeaders === "*" && rules.credentials) {
    fault(
      "exposeHeaders",
      "incompatible",
      `"*" exposes nothing with credentials: true; list the headers`,
    );
  }
  refuseUnknown(unknown, Object.keys(options), fault);
  if (issues.length > 0) throw new CorsConfigError(issues);
  return Object.freeze(options) as NormalizedCorsOptions<Context>;
}
