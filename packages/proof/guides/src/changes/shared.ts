import { EVIL, get, LOOKALIKE, MY_APP, preflight } from "./asked.ts";
import { type Change, toBoth } from "./change.ts";

/** What several libraries do alike. */
export const NO_ORIGIN: Change = {
  what: "`origin` left out, or `undefined`",
  theirs: "`*`: everyone",
  ours: 'throws; write `"*"` if that is meant',
  because: "an option forgotten, or unset in the environment, must not open an API",
  options: toBoth({ origin: undefined }),
  asked: get(EVIL),
  expected: { theirs: { "access-control-allow-origin": "*" }, ours: "refused" },
};

export const NO_OPTIONS: Change = {
  what: "no options",
  theirs: "`*`: everyone",
  ours: "throws",
  because: "an API should not be open because no one said anything",
  options: toBoth({}),
  asked: get(EVIL),
  expected: { theirs: { "access-control-allow-origin": "*" }, ours: "refused" },
};

export const WILDCARD_WITH_CREDENTIALS: Change = {
  what: '`origin: "*"` with `credentials: true`',
  theirs: "both are sent",
  ours: "throws",
  because: "browsers refuse the pair, so it lets no one in",
  options: toBoth({ origin: "*", credentials: true }),
  asked: get(MY_APP),
  expected: {
    theirs: { "access-control-allow-origin": "*", "access-control-allow-credentials": "true" },
    ours: "refused",
  },
};

export const REFLECT: Change = {
  what: "`origin: true`",
  theirs: "the origin that asks",
  ours: "throws",
  because: "with credentials it gives every site the user's data",
  options: toBoth({ origin: true, credentials: true }),
  asked: get(EVIL),
  expected: { theirs: { "access-control-allow-origin": EVIL }, ours: "refused" },
};

export const SPELLING: Change = {
  what: "`https://MyApp.com/`",
  theirs: "matches no page",
  ours: "throws, with the origin to write",
  because: "browsers send neither upper case nor the slash",
  options: toBoth({ origin: ["https://MyApp.com/"] }),
  asked: get(MY_APP),
  expected: { theirs: { "access-control-allow-origin": null }, ours: "refused" },
};

export const SUBDOMAINS: Change = {
  what: '`"https://*.myapp.com"`',
  theirs: "matches no page",
  ours: "matches every host below `myapp.com`",
  because: "a RegExp for subdomains is easily wrong",
  options: toBoth({ origin: ["https://*.myapp.com"] }),
  asked: get("https://shop.myapp.com"),
  expected: {
    theirs: { "access-control-allow-origin": null },
    ours: { "access-control-allow-origin": "https://shop.myapp.com" },
  },
};

export const UNANCHORED: Change = {
  what: "`/myapp\\.com$/`",
  theirs: "matches `https://evilmyapp.com` too",
  ours: "throws; write `^` and `$`",
  because: "an end is not an origin",
  options: toBoth({ origin: /myapp\.com$/ }),
  asked: get(LOOKALIKE),
  expected: { theirs: { "access-control-allow-origin": LOOKALIKE }, ours: "refused" },
};

export const HEADERS_REFLECTED: Change = {
  what: "allowed headers left out",
  theirs: "echoes what was asked for",
  ours: "`*,authorization`; echoes with `credentials`",
  because: "one response for everyone can be cached",
  options: toBoth({ origin: [MY_APP] }),
  asked: preflight("PUT", "x-one"),
  expected: {
    theirs: { "access-control-allow-headers": "x-one" },
    ours: { "access-control-allow-headers": "*,authorization" },
  },
};

export const MAX_AGE_LEFT_OUT: Change = {
  what: "`maxAge` left out",
  theirs: "not sent, and browsers keep the response 5 seconds",
  ours: "600",
  because: "a preflight before nearly every request is slow",
  options: toBoth({ origin: [MY_APP] }),
  asked: preflight("PUT"),
  expected: {
    theirs: { "access-control-max-age": null },
    ours: { "access-control-max-age": "600" },
  },
};
