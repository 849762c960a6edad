import {
  ASKS,
  type Difference,
  LOOKALIKE,
  ORIGINS,
  OWN,
  type Site,
  STRANGER,
  SUBDOMAIN,
} from "./site.ts";

const unchanged = (page: string, name: string): Site => ({ page, name, differences: [] });

const NAMED_NOW = "The old policy lets every site in, with the user's cookies.";
const NOT_BELOW = "The old test also passes for a name that ends alike, and that anyone may buy.";

/** Where what people call `cors()` means a page that is not theirs. */
function closed(origins: readonly string[], because: string): Difference {
  return { origins, asks: ASKS, now: "blocked", because };
}

export const SITES: readonly Site[] = [
  unchanged("hono", "no-options"),
  unchanged("hono", "environment"),
  unchanged("hono", "validated-environment"),
  unchanged("hono", "config-list"),
  unchanged("hono", "options-object"),
  {
    page: "hono",
    name: "star-with-credentials",
    differences: [
      {
        origins: [...OWN, SUBDOMAIN],
        asks: ["GET with cookies", "PUT with cookies"],
        now: "read",
        because:
          "Browsers refuse `*` beside credentials, so the old policy lets no page use cookies.",
      },
    ],
  },
  unchanged("hono", "by-path"),
  { page: "hono", name: "subdomains", differences: [closed([LOOKALIKE], NOT_BELOW)] },
  unchanged("hono", "per-request"),
  unchanged("hono", "own-and-others"),
  unchanged("hono", "pinned"),
  unchanged("express", "no-options"),
  unchanged("express", "whitelist"),
  unchanged("express", "environment"),
  { page: "express", name: "reflect", differences: [closed([LOOKALIKE, STRANGER], NAMED_NOW)] },
  { page: "express", name: "by-hand", differences: [closed([LOOKALIKE, STRANGER], NAMED_NOW)] },
  unchanged("express", "by-request"),
  unchanged("express", "route"),
  {
    page: "itty-router",
    name: "no-options",
    differences: [
      {
        origins: ORIGINS,
        asks: ["PUT"],
        now: "read",
        because: "The old policy allows no headers, so JSON fails its preflight.",
      },
    ],
  },
  {
    page: "itty-router",
    name: "list",
    differences: [
      {
        origins: OWN,
        asks: ["PUT with cookies"],
        now: "read",
        because: "The old policy allows the method `*`, which is a literal name beside cookies.",
      },
    ],
  },
  {
    page: "itty-router",
    name: "environment",
    differences: [
      {
        origins: OWN,
        asks: ["PUT"],
        now: "read",
        because: "The old policy allows no headers, so JSON fails its preflight.",
      },
    ],
  },
  unchanged("h3", "everyone"),
  unchanged("h3", "environment"),
  {
    page: "elysia",
    name: "no-options",
    differences: [closed([SUBDOMAIN, LOOKALIKE, STRANGER], NAMED_NOW)],
  },
  unchanged("elysia", "regexp"),
  unchanged("elysia", "environment"),
  unchanged("fastify", "environment"),
  {
    page: "fastify",
    name: "function",
    differences: [
      { origins: [LOOKALIKE], asks: ["GET", "PUT"], now: "blocked", because: NOT_BELOW },
    ],
  },
  unchanged("next", "route"),
  unchanged("next", "list"),
  unchanged("next", "proxy"),
];
