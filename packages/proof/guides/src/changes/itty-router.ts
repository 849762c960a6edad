import { EVIL, get, MY_APP, preflight } from "./asked.ts";
import { type Change, toBoth } from "./change.ts";
import {
  MAX_AGE_LEFT_OUT,
  NO_ORIGIN,
  REFLECT,
  SPELLING,
  SUBDOMAINS,
  UNANCHORED,
} from "./shared.ts";

export const ITTY_ROUTER_CHANGES: readonly Change[] = [
  NO_ORIGIN,
  {
    what: "`credentials: true` without an origin",
    theirs: "the origin that asks, with credentials",
    ours: "throws",
    because: "every site gets the user's data",
    options: toBoth({ credentials: true }),
    asked: get(EVIL),
    expected: {
      theirs: { "access-control-allow-origin": EVIL, "access-control-allow-credentials": "true" },
      ours: "refused",
    },
  },
  REFLECT,
  SPELLING,
  SUBDOMAINS,
  UNANCHORED,
  {
    what: "a RegExp in a list",
    theirs: "matches no page",
    ours: "matches",
    because: "a list holds whatever an origin can be",
    options: toBoth({ origin: [/^https:\/\/myapp\.com$/] }),
    asked: get(MY_APP),
    expected: {
      theirs: { "access-control-allow-origin": null },
      ours: { "access-control-allow-origin": MY_APP },
    },
  },
  {
    what: "an async `origin` function",
    theirs: "sends `[object Promise]`, so no one gets in",
    ours: "is awaited",
    because: "who may read is often in a database",
    options: toBoth({ origin: async () => MY_APP }),
    asked: get(MY_APP),
    expected: {
      theirs: { "access-control-allow-origin": "[object Promise]" },
      ours: { "access-control-allow-origin": MY_APP },
    },
  },
  {
    what: "methods left out",
    theirs: "`*`, a literal name with credentials",
    ours: "GET HEAD PUT POST DELETE PATCH QUERY",
    because: "a list says what an API has",
    options: toBoth({ origin: [MY_APP] }),
    asked: preflight("PUT"),
    expected: {
      theirs: { "access-control-allow-methods": "*" },
      ours: { "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY" },
    },
  },
  {
    what: "allowed headers left out",
    theirs: "none: JSON fails its preflight",
    ours: "`*,authorization`; echoes with `credentials`",
    because: "most APIs take JSON",
    options: toBoth({ origin: [MY_APP] }),
    asked: preflight("PUT", "content-type"),
    expected: {
      theirs: { "access-control-allow-headers": null },
      ours: { "access-control-allow-headers": "*,authorization" },
    },
  },
  MAX_AGE_LEFT_OUT,
  {
    what: "`maxAge: 0`",
    theirs: "not sent",
    ours: "sent",
    because: "it means: ask every time",
    options: toBoth({ origin: [MY_APP], maxAge: 0 }),
    asked: preflight("PUT"),
    expected: {
      theirs: { "access-control-max-age": null },
      ours: { "access-control-max-age": "0" },
    },
  },
];
