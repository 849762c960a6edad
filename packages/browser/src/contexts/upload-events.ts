import type { Exchange } from "../exchange.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isRedirectStatus } from "../fetch/status.ts";
import type { PageRequest } from "../request/page-request.ts";
import { asksFirst } from "../request/preflight-names.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";

/** The events of an upload that has reached the server. */
export function uploaded(
  exchanges: readonly Exchange[],
  { profile }: PageContext,
): readonly string[] {
  const isResent = exchanges.filter(carriesBody).length > 1;
  const again = isResent && contextRules[profile].resentBodiesProgress ? ["upload progress"] : [];
  return ["upload progress", "upload load", "upload loadend", ...again];
}

function carriesBody({ kind, state }: Exchange): boolean {
  return kind === "actual" && state.body !== null;
}

/** The events of an upload whose `XMLHttpRequest` fails, after its `loadstart`. */
export function failedUpload(
  event: "error" | "timeout",
  request: PageRequest,
  exchanges: readonly Exchange[],
  page: PageContext,
): readonly string[] {
  const { profile, pageOrigin, switches } = page;
  const ends = [`upload ${event}`, "upload loadend"];
  const { bodylessUploadsFail, uploadEndsWith } = contextRules[profile];
  if (request.body === null) {
    const isTold = isSameOrigin(pageOrigin, request.urls[0]) || asksFirst(request, switches);
    return bodylessUploadsFail && isTold ? ends : [];
  }
  const needsAnswer = uploadEndsWith === "answer" && event === "error";
  const isAnswered = exchanges.some(
    ({ kind, response }) => kind === "actual" && !isRedirectStatus(response?.status ?? 0),
  );
  const isTaken = exchanges.some(carriesBody) && (isAnswered || !needsAnswer);
  if (!isTaken) return ends;
  if (uploadEndsWith !== "response") return uploaded(exchanges, page);
  return event === "timeout" ? ["upload progress", ...ends] : ends;
}
