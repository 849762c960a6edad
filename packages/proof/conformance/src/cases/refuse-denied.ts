import type { CorsOptions } from "@crossgate/core";
import type { Case, CaseRequest, Expectation, HeaderPair } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  WITHOUT_ORIGIN,
  cors,
  from,
  permission,
  preflight,
  readable,
  refusal,
  sentByNoBrowser,
  spec,
  unreadable,
} from "./vocabulary.ts";

const FETCH_METADATA = "https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header";
const REFUSE = { ...LIST, refuseDenied: true } as const satisfies CorsOptions;
const SELF: CorsOptions = {
  ...REFUSE,
  selfOrigins: ["https://self.example", "https://*.self.example:*"],
};
const SELF_BY_EXPRESSION: CorsOptions = {
  ...REFUSE,
  credentials: true,
  selfOrigins: /^https?:\/\/self\.example$/,
};
const REFUSED = refusal("actual");
/** Refused for what it says, which no page can make its browser say. */
const UNSENT = sentByNoBrowser(REFUSED);
const SAME_ORIGIN: Expectation = {
  handlerCalled: true,
  present: cors({}),
  verdict: ["actual", true, "same-origin"],
};

const HANDSHAKE: readonly HeaderPair[] = [
  ["connection", "Upgrade"],
  ["upgrade", "websocket"],
  ["sec-websocket-version", "13"],
];

function site(value: string): HeaderPair {
  return ["sec-fetch-site", value];
}

function at(url: string, request: CaseRequest): CaseRequest {
  return { ...request, url };
}

type Row = readonly [id: string, options: CorsOptions, request: CaseRequest, expect: Expectation];

const OWN = "https://api.example.com";
const TABLE: readonly Row[] = [
  ["denied", REFUSE, from(E), REFUSED],
  ["denied-null", REFUSE, from("null"), refusal("actual", "origin-null")],
  ["denied-junk", REFUSE, from("junk"), refusal("actual", "origin-malformed")],
  ["denied-post", REFUSE, { ...from(E), method: "POST" }, REFUSED],
  ["denied-options", REFUSE, { ...from(E), method: "OPTIONS" }, REFUSED],
  ["denied-preflight", REFUSE, preflight(E), refusal()],
  ["denied-handshake", REFUSE, from(E, ...HANDSHAKE), UNSENT],
  ["denied-under-one-origin", { origin: A, refuseDenied: true }, from(E), REFUSED],
  ["allowed", REFUSE, from(A), readable(A)],
  ["allowed-under-one-origin", { origin: A, refuseDenied: true }, from(A), readable(A)],
  ["any-origin", { origin: "*", refuseDenied: true }, from(E), readable("*")],
  [
    "any-origin-even-empty",
    { origin: "*", refuseDenied: true },
    from(""),
    sentByNoBrowser(readable("*")),
  ],
  ["allowed-handshake", REFUSE, from(A, ...HANDSHAKE), sentByNoBrowser(readable(A))],
  ["allowed-preflight", REFUSE, preflight(A), permission(A)],
  ["allowed-cross-site", REFUSE, from(A, site("cross-site")), readable(A)],
  ["without-origin", REFUSE, from(undefined), WITHOUT_ORIGIN],
  ["without-origin-cross-site", REFUSE, from(undefined, site("cross-site")), WITHOUT_ORIGIN],
  ["off-by-default", LIST, from(E), unreadable()],

  // The browser says so.
  ["site-same-origin", REFUSE, from(OWN, site("same-origin")), SAME_ORIGIN],
  ["site-same-origin-behind-a-proxy", REFUSE, from(E, site("same-origin")), SAME_ORIGIN],
  ["site-same-site", REFUSE, from(E, site("same-site")), UNSENT],
  ["site-cross-site", REFUSE, from(OWN, site("cross-site")), UNSENT],
  ["site-none", REFUSE, from(OWN, site("none")), UNSENT],
  ["site-same-origin-in-capitals", REFUSE, from(E, site("Same-Origin")), UNSENT],
  ["site-twice", REFUSE, from(E, site("same-origin"), site("cross-site")), UNSENT],
  [
    "site-same-origin-and-listed",
    REFUSE,
    from(A, site("same-origin")),
    sentByNoBrowser(readable(A)),
  ],

  // No browser says anything: the request's URL does.
  ["own-origin", REFUSE, from(OWN), SAME_ORIGIN],
  ["own-origin-handshake", REFUSE, from(OWN, ...HANDSHAKE), SAME_ORIGIN],
  ["own-host-other-port", REFUSE, from(`${OWN}:8443`), REFUSED],
  ["own-host-over-http", REFUSE, from("http://api.example.com"), REFUSED],
  ["own-host-as-prefix", REFUSE, from(`${OWN}.evil.com`), REFUSED],
  [
    "own-host-behind-a-tls-proxy",
    REFUSE,
    at("http://api.example.com/data", from(OWN)),
    SAME_ORIGIN,
  ],
  [
    "own-host-and-port",
    REFUSE,
    at("http://localhost:8787/data", from("http://localhost:8787")),
    SAME_ORIGIN,
  ],
  ["other-port", REFUSE, at("http://localhost:8787/", from("http://localhost:5173")), REFUSED],

  // The server's own origins are given: then they alone count.
  ["self-origin", SELF, from("https://self.example"), SAME_ORIGIN],
  ["self-origin-by-pattern", SELF, from("https://a.self.example:8443"), SAME_ORIGIN],
  ["self-origin-handshake", SELF, from("https://self.example", ...HANDSHAKE), SAME_ORIGIN],
  ["url-is-not-asked", SELF, from(OWN), UNSENT],
  ["self-origin-by-expression", SELF_BY_EXPRESSION, from("https://self.example"), SAME_ORIGIN],
  ["self-origin-by-expression-over-http", SELF_BY_EXPRESSION, from("http://self.example"), REFUSED],
  ["site-before-self-origins", SELF, from("https://self.example", site("cross-site")), REFUSED],
  [
    "self-origin-is-not-allowed-origin",
    { ...SELF, refuseDenied: false } satisfies CorsOptions,
    from("https://self.example"),
    SAME_ORIGIN,
  ],
];

/** Refusing before the handler runs (R9). */
export const refuseDeniedCases: readonly Case[] = [
  ...TABLE.map(([id, options, request, expect]): Case => ({
    id: `r9-${id}`,
    rules: ["R9"],
    anchor: FETCH_METADATA,
    options,
    request,
    expect,
  })),
  {
    id: "r9-function-that-fails",
    rules: ["R9", "O4"],
    anchor: spec("cors-check"),
    options: {
      origin: () => {
        throw new Error("database password is hunter2");
      },
      refuseDenied: true,
    },
    request: from(A),
    expect: { ...refusal("actual", "origin-check-failed"), asked: [A], reported: 1 },
  },
  {
    id: "r9-function",
    rules: ["R9", "O4"],
    anchor: spec("cors-check"),
    options: { origin: async (origin) => origin === B, refuseDenied: true },
    steps: [
      { request: from(B), expect: readable(B) },
      { request: from(A), expect: REFUSED },
      { request: from(A, site("same-origin")), expect: SAME_ORIGIN },
    ],
  },
];
