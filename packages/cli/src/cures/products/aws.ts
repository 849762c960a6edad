import type { Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf } from "./lists.ts";

/** One policy in the JSON of Amazon's gateways. */
export function awsCors(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    AllowOrigins: originsOf(wanted),
    AllowMethods: wanted.methods,
    AllowHeaders: headersOf(wanted),
    ExposeHeaders: wanted.expose,
    AllowCredentials: wanted.credentials,
    MaxAge: maxAge,
  };
}
