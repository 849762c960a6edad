import type { Evidence } from "../cause/evidence.ts";
import type { FoundCause } from "../cause/find-cause.ts";
import type { Cure } from "./cure.ts";
import { networkCures } from "./page/network.ts";
import { mistakeCures } from "./page/mistakes.ts";
import { redirectCures } from "./page/redirect.ts";
import { responseCures } from "./page/response.ts";
import { statusCures } from "./page/status.ts";
import type { Writers } from "./page/writer.ts";

/** Redirects, the page's own mistakes, and what only the visitor can do: never a CORS middleware. */
const writers: Writers = {
  ...networkCures,
  ...mistakeCures,
  ...redirectCures,
  ...statusCures,
  ...responseCures,
};

/** What the page, the visitor, or someone who looks at the server can do. */
export function pageCures(found: FoundCause, evidence: Evidence): readonly Cure[] {
  const written = writers[found.code]?.(found, evidence) ?? [];
  return Array.isArray(written) ? (written as readonly Cure[]) : [written as Cure];
}
