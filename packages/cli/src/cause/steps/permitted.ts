import {
  cacheWithoutOrigin,
  cookieNotKept,
  encodingWithoutCors,
  refusingPolicy,
} from "../beside.ts";
import { lastSeen } from "../evidence.ts";
import type { Evidence } from "../evidence.ts";
import { localNetworkAccess } from "../network-policy.ts";
import type { FoundCause } from "./found-cause.ts";

export function notPermitted(evidence: Evidence): FoundCause | undefined {
  const { failure } = evidence;
  const answer = lastSeen(evidence)?.answer;
  if (!failure) {
    const policy = refusingPolicy(evidence);
    return policy === undefined ? undefined : { code: "resource-policy", detail: policy, answer };
  }
  const { code, detail } = failure;
  if (code === "embedding-refused") return { code: "resource-policy", detail, answer };
  if (code === "acao-missing" && encodingWithoutCors(evidence)) {
    return { code: "encoding-without-cors", detail: "", answer };
  }
  if (code !== "acao-multiple") return { code, detail, answer };
  const named = answer?.lines.filter(([name]) => name === "access-control-allow-origin") ?? [];
  return { code: named.length > 1 ? "header-twice" : "header-list", detail, answer };
}

/** The page has its response here and now; what decides elsewhere is no header of it. */
export function mayFailElsewhere(evidence: Evidence): FoundCause | undefined {
  const { asked, address, probes } = evidence;
  if (localNetworkAccess(asked, address) === "prompt") {
    return { code: "local-network-access", detail: "prompt" };
  }
  if (cacheWithoutOrigin(evidence)) {
    return { code: "cache-without-origin", detail: "", answer: probes.withoutOrigin };
  }
  const cookie = cookieNotKept(evidence);
  return cookie && { code: "cookie-not-kept", detail: cookie.name };
}
