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
  /** Of `Max-Age` and `Expires` the one that stands last counts, and not `Max-Age`. */
  readonly lastLifetimeCounts: boolean;
}

/** The rules of every profile. */
export const cookieRules: Readonly<Record<Profile, CookieRules>> = {
  spec: {
    sameSiteDefault: "lax",
    noneNeedsSecure: true,
    thirdParty: "allowed",
    knowsPartitioned: true,
    checksNames: true,
    lastLifetimeCounts: false,
  },
  chromium: {
    sameSiteDefault: "lax",
    noneNeedsSecure: true,
    thirdParty: "allowed",
    knowsPartitioned: true,
    checksNames: true,
    lastLifetimeCounts: false,
  },
  firefox: {
    sameSiteDefault: "none",
    noneNeedsSecure: true,
    thirdParty: "partitioned",
    knowsPartitioned: true,
    checksNames: true,
    lastLifetimeCounts: false,
  },
  webkit: {
    sameSiteDefault: "none",
    noneNeedsSecure: false,
    thirdParty: "blocked",
    knowsPartitioned: false,
    // WebKitGTK keeps its cookies with libsoup, Safari does not.
    checksNames: false,
    lastLifetimeCounts: true,
  },
};
