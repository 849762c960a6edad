import { jsObject, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

/** The options of `createCors`, of every adapter, and of hono/cors, whose names they have. */
export function crossgateOptions(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    origin: wanted.everyone && !wanted.credentials ? "*" : wanted.origins,
    allowMethods: wanted.methods,
    // Without a list every header is allowed; hono/cors allows those that are asked for.
    allowHeaders: wanted.anyHeader ? undefined : wanted.headers,
    exposeHeaders: listed(wanted.expose),
    credentials: wanted.credentials || undefined,
    maxAge,
  };
}

/** What adapters take: options, or a gate of two policies where everyone reads and some sign in. */
export function crossgatePolicy(wanted: Wanted): string {
  if (!isTwofold(wanted)) return jsObject(crossgateOptions(wanted));
  const named = jsObject(crossgateOptions({ ...wanted, everyone: false }), "  ");
  const open = jsObject(crossgateOptions({ ...wanted, credentials: false }), "  ");
  return `corsByOrigin([\n  ${named},\n  ${open},\n])`;
}

/** The import that such a gate needs. */
export function crossgateImport(wanted: Wanted): string {
  return isTwofold(wanted) ? '; import { corsByOrigin } from "@crossgate/core/by-origin"' : "";
}
