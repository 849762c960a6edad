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

type Callback = (error: Error | null, allow?: boolean) => void;

export const EXPRESS_CHANGES: readonly Change[] = [
  NO_OPTIONS,
  {
    what: '`origin: undefined`, or `""`',
    theirs: "no CORS headers, and nothing says so",
    ours: "throws",
    because: "a variable that is not set is found at the start, not by users",
    options: toBoth({ origin: undefined }),
    asked: get(MY_APP),
    expected: { theirs: { "access-control-allow-origin": null, vary: null }, ours: "refused" },
  },
  WILDCARD_WITH_CREDENTIALS,
  REFLECT,
  SPELLING,
  SUBDOMAINS,
  UNANCHORED,
  {
    what: "an async `origin` function",
    theirs: "the request is never answered",
    ours: "is awaited",
    because: "who may read is often in a database",
    options: toBoth({ origin: async () => true }),
    asked: get(MY_APP),
    expected: { theirs: "never answered", ours: { "access-control-allow-origin": MY_APP } },
  },
  {
    what: "an `origin` function that says no with an error",
    theirs: "500, without CORS headers",
    ours: "answers like any denied origin; the error is reported",
    because: "a stranger's page must not be able to break answers, nor fill the log with stacks",
    options: {
      theirs: { origin: (_: string, callback: Callback) => callback(new Error("no")) },
      ours: { origin: throwNo, onVerdict: () => {} },
    },
    asked: get(EVIL),
    expected: {
      theirs: { status: "500", "access-control-allow-origin": null },
      ours: { status: "200", "access-control-allow-origin": null, vary: "Origin" },
    },
  },
  {
    what: "one origin as a string",
    theirs: "sent to everyone, with `Vary: Origin`",
    ours: "sent to everyone, without",
    because: "the response is the same, so caches may keep one copy",
    options: toBoth({ origin: MY_APP }),
    asked: get(EVIL),
    expected: {
      theirs: { "access-control-allow-origin": MY_APP, vary: "Origin" },
      ours: { "access-control-allow-origin": MY_APP, vary: null },
    },
  },
  HEADERS_REFLECTED,
  MAX_AGE_LEFT_OUT,
  {
    what: '`methods: ["patch"]`',
    theirs: "sent",
    ours: "throws",
    because: "method names are case-sensitive, and it never matches `PATCH`",
    options: {
      theirs: { origin: [MY_APP], methods: ["patch"] },
      ours: { origin: [MY_APP], allowMethods: ["patch"] },
    },
    asked: preflight("PATCH"),
    expected: { theirs: { "access-control-allow-methods": "patch" }, ours: "refused" },
  },
];

function throwNo(): never {
  throw new Error("no");
}
