import { jsObject, list, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

/** The options of the npm package cors, which Express and NestJS take. */
export function expressOptions(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    origin: wanted.everyone && !wanted.credentials ? "*" : wanted.origins,
    methods: wanted.methods,
    // Without a list it allows the headers that are asked for.
    allowedHeaders: wanted.anyHeader ? undefined : wanted.headers,
    exposedHeaders: listed(wanted.expose),
    credentials: wanted.credentials || undefined,
    maxAge,
  };
}

/** An argument of `cors()` that names some with credentials, and lets everyone else read without. */
export function expressArgument(wanted: Wanted): string {
  if (!isTwofold(wanted)) return jsObject(expressOptions(wanted));
  const open = { ...wanted, credentials: false };
  return `(request, done) => {
  const { origin } = request.headers;
  const isNamed = ${list(wanted.origins)}.includes(origin);
  const named = ${jsObject(expressOptions({ ...wanted, everyone: false }), "  ")};
  const open = ${jsObject(expressOptions(open), "  ")};
  done(null, isNamed ? named : open);
}`;
}
