import { isUsual, namesVisitor } from "./cacheable.ts";
import { isClaim } from "./claims/is-claim.ts";
import { isHopByHop, listedIn } from "./hop-by-hop.ts";
import { isOverride } from "./overridden-method.ts";
import type { Settings } from "./settings.ts";

/** What a visitor's fields come to. */
export interface Fields {
  /** Names that end at the gateway. */
  readonly ending: readonly string[];
  /** Names that say which page asks, and in front of whom. */
  readonly ofVisitor: readonly string[];
  /** Methods that fields name in place of the one that was sent. */
  readonly meant: readonly string[];
  /** Whether every field that goes on is one that browsers send by themselves. */
  readonly areUsual: boolean;
}

type Passing = Pick<Settings, "passCookies" | "passAuthorization" | "passOrigin">;

/** Reads all fields at once, because on workerd each way through them costs as much as a copy. */
export function readFields(headers: Headers, passing: Passing): Fields {
  const ending: string[] = [];
  const ofVisitor: string[] = [];
  const meant: string[] = [];
  let areUsual = true;
  headers.forEach((value, name) => {
    if (name === "connection") ending.push(...listedIn(value));
    if (name === "upgrade") areUsual = false;
    if (isHopByHop(name) || isClaim(name) || isWithheld(name, passing)) ending.push(name);
    else {
      areUsual &&= isUsual(name);
      if (namesVisitor(name)) ofVisitor.push(name);
      if (isOverride(name)) meant.push(value.trim().toUpperCase());
    }
  });
  return { ending, ofVisitor, meant, areUsual };
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
