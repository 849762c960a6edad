import { EVIL, get, MY_APP, preflight } from "./asked.ts";
import { type Change, toBoth } from "./change.ts";
import {
  HEADERS_REFLECTED,
  MAX_AGE_LEFT_OUT,
  NO_OPTIONS,
  REFLECT,
  SPELLING,
  SUBDOMAINS,
  UNANCHORED,
  WILDCARD_WITH_CREDENTIALS,
} from "./shared.ts";

export const FASTIFY_CHANGES: readonly Change[] = [
  NO_OPTIONS,
  WILDCARD_WITH_CREDENTIALS,
  REFLECT,
  SPELLING,
  SUBDOMAINS,
  { ...UNANCHORED, theirs: "matches `https://evilmyapp.com` too, after a warning" },
  {
    what: "an `origin` function that rejects",
    theirs: "500",
    ours: "answers like any denied origin; the error is reported",
    because: "a stranger's page must not be able to break answers",
    options: toBoth({ origin: rejectNo }),
    asked: get(EVIL),
    expected: {
      theirs: { status: "500" },
      ours: { status: "200", "access-control-allow-origin": null, vary: "Origin" },
    },
  },
  {
    what: "methods left out",
    theirs: "GET, HEAD, POST",
    ours: "GET HEAD PUT POST DELETE PATCH QUERY",
    because: "what a handler exists for is usually meant to be used",
    options: toBoth({ origin: [MY_APP] }),
    asked: preflight("PUT"),
    expected: {
      theirs: { "access-control-allow-methods": "GET,HEAD,POST" },
      ours: { "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY" },
    },
  },
  HEADERS_REFLECTED,
  MAX_AGE_LEFT_OUT,
];

async function rejectNo(): Promise<never> {
  throw new Error("no");
}
