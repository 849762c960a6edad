import { isUsual, namesVisitor } from "./cacheable.ts";
import { isClaim } from "./claims/is-claim.ts";
import type { Fields } from "./fields.ts";
import { isHopByHop, listedIn } from "./hop-by-hop.ts";
import { isOverride } from "./overridden-method.ts";
import type { Settings } from "./settings.ts";

type Passing = Pick<Settings, "passCookies" | "passAuthorization" | "passOrigin">;

/**
 * Reads all fields at once, because on workerd each way through them costs as much as a copy, and
 * twice that with an iterator.
 */
export function readFields(headers: Headers, passing: Passing): Fields {
  const ending: string[] = [];
  const ofVisitor: string[] = [];
  const meant: string[] = [];
  let areUsual = true;
  let isWebSocket = false;
  let address: string | undefined;
  headers.forEach((value, name) => {
    if (name === "connection") ending.push(...listedIn(value));
    if (name === "cf-connecting-ip") address = value;
    if (name === "upgrade") {
      areUsual = false;
      isWebSocket = value.toLowerCase() === "websocket";
    }
    if (isHopByHop(name) || isClaim(name) || isWithheld(name, passing)) ending.push(name);
    else {
      areUsual &&= isUsual(name);
      if (namesVisitor(name)) ofVisitor.push(name);
      if (isOverride(name)) meant.push(value.trim().toUpperCase());
    }
  });
  return { ending, ofVisitor, meant, areUsual, isWebSocket, address };
}

/**
 * The gate has checked the origin. An upstream that did it too could deny, or make one response per
 * origin. A cache may give only a response that knows no origin to everyone.
 */
function isWithheld(
  name: string,
  { passCookies, passAuthorization, passOrigin }: Passing,
): boolean {
  if (name === "cookie") return !passCookies;
  if (name === "authorization") return !passAuthorization;
  return name === "origin" && !passOrigin;
}
