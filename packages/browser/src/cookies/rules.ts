import type { Profile } from "../profile.ts";

/** What a cookie of another site meets: nothing, its own jar for the page's site, or refusal. */
export type ThirdPartyCookies = "allowed" | "partitioned" | "blocked";

/** What an engine does with cookies by default: seen by the parity run of cookies. */
export interface CookieRules {
  /** What a cookie without `SameSite`, or with one that is none, counts as. */
  readonly sameSiteDefault: "lax" | "none";
  /** `SameSite=None` needs `Secure`. */
  readonly noneNeedsSecure: boolean;
  readonly thirdParty: ThirdPartyCookies;
  /** `Partitioned` needs `Secure`, and is known at all. */
  readonly knowsPartitioned: boolean;
  /** Lengths, control characters and the prefixes of names are looked at. */
  readonly checksNames: boolean;
  /** A cookie without a name may have a value with an equals sign in it. */
  readonly namelessTakesEquals: boolean;
  /** A cookie without a name fails by a value that begins as a prefix does, whatever its attributes. */
  readonly namelessPrefixFails: boolean;
  /** `Domain=.` names no domain, and fails the cookie; without this it is left out. */
  readonly dotIsDomain: boolean;
  /** `Domain` in capitals names no host above the server. */
  readonly domainHasCase: boolean;
  /** Dates may lie before 1601, where the standard takes them for none. */
  readonly takesOldDates: boolean;
  /** Dates may lack a time or its seconds, and count on beyond the end of a month or a day. */
  readonly looseDates: boolean;
  /** A `Max-Age` that begins with a minus ends the cookie, whatever follows. */
  readonly minusEnds: boolean;
  /** A `Max-Age` may begin with a plus. */
  readonly plusCounts: boolean;
  /** Every `Max-Age` and `Expires` is taken in its turn; a date that is none ends with the session. */
  readonly lifetimesInOrder: boolean;
}

/** The rules of every profile. */
export const cookieRules: Readonly<Record<Profile, CookieRules>> = {
  spec: {
    sameSiteDefault: "lax",
    noneNeedsSecure: true,
    thirdParty: "allowed",
    knowsPartitioned: true,
    checksNames: true,
    namelessTakesEquals: true,
    namelessPrefixFails: true,
    dotIsDomain: false,
    domainHasCase: false,
    takesOldDates: false,
    looseDates: false,
    minusEnds: false,
    plusCounts: false,
    lifetimesInOrder: false,
  },
  chromium: {
    sameSiteDefault: "lax",
    noneNeedsSecure: true,
    thirdParty: "allowed",
    knowsPartitioned: true,
    checksNames: true,
    namelessTakesEquals: false,
    namelessPrefixFails: true,
    dotIsDomain: true,
    domainHasCase: false,
    takesOldDates: true,
    looseDates: false,
    minusEnds: false,
    plusCounts: true,
    lifetimesInOrder: false,
  },
  firefox: {
    sameSiteDefault: "none",
    noneNeedsSecure: true,
    thirdParty: "partitioned",
    knowsPartitioned: true,
    checksNames: true,
    namelessTakesEquals: false,
    namelessPrefixFails: false,
    dotIsDomain: true,
    domainHasCase: false,
    takesOldDates: true,
    looseDates: true,
    minusEnds: true,
    plusCounts: false,
    lifetimesInOrder: false,
  },
  webkit: {
    sameSiteDefault: "none",
    noneNeedsSecure: false,
    thirdParty: "blocked",
    knowsPartitioned: false,
    // WebKitGTK keeps its cookies with libsoup, Safari does not.
    checksNames: false,
    namelessTakesEquals: true,
    namelessPrefixFails: true,
    dotIsDomain: true,
    domainHasCase: true,
    takesOldDates: false,
    looseDates: false,
    minusEnds: false,
    plusCounts: false,
    // libsoup/cookies/soup-cookie.c, parse_one_cookie
    lifetimesInOrder: true,
  },
};
