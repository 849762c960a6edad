import type { CorsCode } from "@crossgate/browser";
import type { Remedy } from "./report.ts";
import type { ServerKind } from "./server-kind.ts";
import { flaskRemedy } from "./snippets/flask.ts";
import { plainRemedy } from "./snippets/http.ts";
import { crossgateRemedy, expressRemedy, honoRemedy } from "./snippets/javascript.ts";
import { nginxRemedy } from "./snippets/nginx.ts";
import type { WantedPolicy } from "./wanted-policy.ts";

const writers: Readonly<Record<ServerKind, (policy: WantedPolicy) => Remedy>> = {
  crossgate: crossgateRemedy,
  hono: honoRemedy,
  express: expressRemedy,
  flask: flaskRemedy,
  nginx: nginxRemedy,
  unknown: plainRemedy,
};

/** Failures that a header of the server mends; the others are the page's, or no header's. */
const mendable = /^(?:preflight-|aca[oc]-|methods?-|headers?-|authorization-)/;

/** What to write on the server; undefined where that would not help. */
export function remedyFor(
  code: CorsCode,
  server: ServerKind,
  policy: WantedPolicy,
): Remedy | undefined {
  return mendable.test(code) && policy.origin !== "null" ? writers[server](policy) : undefined;
}
