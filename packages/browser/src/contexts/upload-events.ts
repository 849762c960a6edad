import type { Exchange } from "../exchange.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import type { PageRequest } from "../request/page-request.ts";
import { asksFirst } from "../request/preflight-names.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";

/** The events of an upload that has reached the server. */
export const uploaded = ["upload progress", "upload load", "upload loadend"] as const;

/** The events of an upload whose `XMLHttpRequest` fails, after its `loadstart`. */
export function failedUpload(
  event: "error" | "timeout",
  request: PageRequest,
  exchanges: readonly Exchange[],
  { profile, pageOrigin, switches }: PageContext,
): readonly string[] {
  const ends = [`upload ${event}`, "upload loadend"];
  const { bodylessUploadsFail, uploadEndsWith } = contextRules[profile];
  if (request.body === null) {
    const isTold = isSameOrigin(pageOrigin, request.urls[0]) || asksFirst(request, switches);
    return bodylessUploadsFail && isTold ? ends : [];
  }
  const wasSent = exchanges.some(({ kind, state }) => kind === "actual" && state.body !== null);
  if (!wasSent) return ends;
  if (uploadEndsWith === "body") return uploaded;
  return event === "timeout" ? ["upload progress", ...ends] : ends;
}
