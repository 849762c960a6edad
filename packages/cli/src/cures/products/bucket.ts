import type { Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf } from "./lists.ts";

/** One rule in the JSON of object stores; `*` in a bucket's rule may stand beside credentials. */
export function bucketRule(wanted: Wanted): Readonly<Record<string, unknown>> {
  const methods = wanted.methods.filter((method) => /^(?:GET|HEAD|PUT|POST|DELETE)$/.test(method));
  return {
    AllowedOrigins: originsOf(wanted),
    AllowedMethods: methods,
    AllowedHeaders: headersOf(wanted),
    ExposeHeaders: wanted.expose,
    MaxAgeSeconds: maxAge,
  };
}
