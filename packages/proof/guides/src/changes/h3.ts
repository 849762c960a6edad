import { EVIL, get, LOOKALIKE, MY_APP, preflight } from "./asked.ts";
import { type Change, toBoth } from "./change.ts";
import {
  MAX_AGE_LEFT_OUT,
  NO_ORIGIN,
  SPELLING,
  SUBDOMAINS,
  WILDCARD_WITH_CREDENTIALS,
} from "./shared.ts";

export const H3_CHANGES: readonly Change[] = [
  NO_ORIGIN,
  WILDCARD_WITH_CREDENTIALS,
  SPELLING,
  SUBDOMAINS,
  {
    what: "`[/myapp\\.com$/]`",
    theirs: "matches `https://evilmyapp.com` too, after a warning",
    ours: "throws; write `^` and `$`",
    because: "an end is not an origin",
    options: toBoth({ origin: [/myapp\.com$/] }),
    asked: get(LOOKALIKE),
    expected: { theirs: { "access-control-allow-origin": LOOKALIKE }, ours: "refused" },
  },
  {
    what: "an async `origin` function (in JavaScript)",
    theirs: "lets everyone in, whatever it answers",
    ours: "is awaited",
    because: "a promise is not a yes",
    options: toBoth({ origin: async () => false }),
    asked: get(EVIL),
    expected: {
      theirs: { "access-control-allow-origin": EVIL },
      ours: { "access-control-allow-origin": null },
    },
  },
  {
    what: "methods left out",
    theirs: "`*`; with `credentials` what was asked for",
    ours: "GET HEAD PUT POST DELETE PATCH QUERY",
    because: "a list says what an API has; write `*` for more",
    options: toBoth({ origin: [MY_APP] }),
    asked: preflight("PUT"),
    expected: {
      theirs: { "access-control-allow-methods": "*" },
      ours: { "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY" },
    },
  },
  {
    what: "exposed headers left out",
    theirs: "`*`",
    ours: "none",
    because: "what a page may read is said, not assumed",
    options: toBoth({ origin: [MY_APP] }),
    asked: get(MY_APP),
    expected: {
      theirs: { "access-control-expose-headers": "*" },
      ours: { "access-control-expose-headers": null },
    },
  },
  MAX_AGE_LEFT_OUT,
  {
    what: '`maxAge: "7200"`',
    theirs: "sent",
    ours: "throws; write the number",
    because: "seconds are a number, and `0` is one of them",
    options: toBoth({ origin: [MY_APP], maxAge: "7200" }),
    asked: preflight("PUT"),
    expected: { theirs: { "access-control-max-age": "7200" }, ours: "refused" },
  },
];
