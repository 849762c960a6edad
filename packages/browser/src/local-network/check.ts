import { type Failure, failureOf } from "../failure.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import type { AddressSpace, AddressSpaces } from "./address-space.ts";
import { addressSpaceOf } from "./address-space.ts";

/** What a user has answered to "wants to access devices on your local network". */
export type LocalNetworkAccess = "granted" | "denied";

/** What decides about requests from the web to a local network. */
export interface LocalNetworkRules {
  readonly access: LocalNetworkAccess;
  readonly addressSpaces: AddressSpaces | undefined;
  /** Whether the page has to be secure, and to name the right space if it names one. */
  readonly heedsPage: boolean;
}

/**
 * Why a request may not reach its address, or undefined. No header of a server answers this.
 *
 * @param asksFirst whether a preflight goes ahead, which names no address space
 * @see https://wicg.github.io/local-network-access/#fetching
 */
export function localNetworkFailure(
  request: PageRequest,
  rules: LocalNetworkRules,
  asksFirst: boolean,
): Failure | undefined {
  const url = currentUrl(request);
  if (isSameOrigin(request.pageOrigin, url) && isTrustworthy(url)) return undefined;
  const space = addressSpaceOf(url, rules.addressSpaces);
  const named = rules.heedsPage ? request.targetAddressSpace : undefined;
  const isOther = named !== undefined && named !== space;
  const mismatch = isOther
    ? failureOf("actual", "local-network-mismatch", `${named} ${space}`)
    : undefined;
  const refusal = refusalOf(request, space, rules);
  return asksFirst ? (refusal ?? mismatch) : (mismatch ?? refusal);
}

/** Why a page on the web may not reach into a local network, or undefined. */
function refusalOf(
  { client }: PageRequest,
  space: AddressSpace,
  { access, addressSpaces, heedsPage }: LocalNetworkRules,
): Failure | undefined {
  const page = client.url === undefined ? undefined : new URL(client.url);
  const isAskedFromOutside = page && addressSpaceOf(page, addressSpaces) === "public";
  if (!isAskedFromOutside || space === "public") return undefined;
  if (heedsPage && !isTrustworthy(page))
    return failureOf("actual", "local-network-insecure", space);
  return access === "denied" ? failureOf("actual", "local-network-denied", space) : undefined;
}
