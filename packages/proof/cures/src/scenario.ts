import type { Wanted } from "crossgate/cause";

/** A way in which a product's policy can be wrong, and a request that meets it. */
export interface Scenario {
  readonly name: string;
  /** What is asked for. @default "/data" */
  readonly path?: string;
  /** The policy that is there, in the product's own words; undefined for none at all. */
  readonly broken: (page: string) => Wanted | undefined;
  readonly init: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly credentials?: "include";
  };
  /** The causes that may be named. */
  readonly causes: readonly string[];
  /** Whether it is tried on every product each time, or on some. @default false */
  readonly isSampled?: boolean;
}

/** Another page, which some of the broken policies allow, and which must not lose that. */
export const otherPage = "http://localhost:4444";

const base: Wanted = {
  origins: [otherPage],
  everyone: false,
  credentials: false,
  methods: ["GET", "HEAD", "POST", "PUT"],
  headers: ["content-type"],
  anyHeader: true,
  expose: [],
  isSet: false,
};
const json = { "content-type": "application/json" };
const unanswered = [
  "options-unrouted",
  "options-refused",
  "acao-missing",
  "options-needs-login",
  "handler-failed",
];

export const scenarios: readonly Scenario[] = [
  { name: "nothing, GET", broken: () => undefined, init: {}, causes: ["acao-missing"] },
  {
    name: "nothing, PUT",
    broken: () => undefined,
    init: { method: "PUT", headers: json, body: "{}" },
    causes: unanswered,
  },
  {
    name: "another origin",
    broken: () => base,
    init: { method: "PUT", headers: json, body: "{}" },
    causes: ["acao-mismatch", ...unanswered],
  },
  {
    name: "no credentials",
    broken: (page) => ({ ...base, origins: [page, otherPage] }),
    init: { credentials: "include" },
    causes: ["acac-missing", "acac-not-true"],
  },
  {
    name: "method missing",
    broken: (page) => ({ ...base, origins: [page, otherPage], methods: ["GET", "HEAD", "POST"] }),
    init: { method: "DELETE" },
    causes: ["method-not-allowed", ...unanswered],
  },
  {
    name: "header missing",
    broken: (page) => ({ ...base, origins: [page, otherPage], anyHeader: false }),
    init: { headers: { "x-trace": "1" } },
    causes: ["header-not-allowed", ...unanswered],
  },
  {
    name: "* and credentials",
    broken: () => ({ ...base, origins: [], everyone: true }),
    init: { credentials: "include" },
    causes: ["acao-wildcard-credentials", "acac-missing"],
  },
  {
    name: "an error",
    path: "/missing",
    broken: () => undefined,
    init: {},
    causes: ["not-found"],
    isSampled: true,
  },
  {
    name: "a handler that throws",
    path: "/broken",
    broken: () => undefined,
    init: {},
    causes: ["handler-failed"],
    isSampled: true,
  },
  {
    name: "a login",
    path: "/private",
    broken: () => undefined,
    init: { headers: { authorization: "Bearer abc" } },
    causes: unanswered,
    isSampled: true,
  },
  {
    name: "a redirect",
    path: "/moved",
    broken: () => undefined,
    init: { headers: { "x-trace": "1" } },
    causes: ["redirect-elsewhere", "redirect-slash", ...unanswered],
    isSampled: true,
  },
];
