/** What a page on another origin asks: how, and with cookies or without. */
export const ASKS = ["GET", "GET with cookies", "PUT", "PUT with cookies"] as const;
export type Ask = (typeof ASKS)[number];

export type Outcome = "read" | "blocked";

/** Pages, and what they get from now on where it is not what they got. */
export interface Difference {
  readonly origins: readonly string[];
  readonly asks: readonly Ask[];
  readonly now: Outcome;
  readonly because: string;
}

/** A call as people write it, and what takes its place. */
export interface Site {
  /** The page below `docs/migration`. */
  readonly page: string;
  /** Its folder below `migration/<page>/sites`, with `before.ts` and `after.ts`. */
  readonly name: string;
  readonly differences: readonly Difference[];
}

/** Pages that ask: the team's own, one below them, two lookalikes, and a stranger's. */
export const OWN = ["https://myapp.com", "https://admin.myapp.com"];
export const SUBDOMAIN = "https://shop.myapp.com";
export const LOOKALIKE = "https://evilmyapp.com";
export const STRANGER = "https://evil.example";
export const ORIGINS: readonly string[] = [...OWN, SUBDOMAIN, LOOKALIKE, STRANGER];

/** What the environment holds, on every host. */
export const ENVIRONMENT = { ALLOWED_ORIGINS: OWN.join(",") };
