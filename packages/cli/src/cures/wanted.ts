import type { Evidence } from "../cause/evidence.ts";
import { strangerOrigin, unheardOfHeader } from "../cause/stranger.ts";
import { hiddenHeaderNames } from "../cause/hidden-headers.ts";
import { safelistedMethods } from "../safelisted-methods.ts";

/**
 * The policy under which the page gets its response and no one loses theirs. It has what the page
 * needs, added to what the responses show.
 */
export interface Wanted {
  /** Origins to name, the page's first. */
  readonly origins: readonly string[];
  /** Whether everyone may read without credentials: a response said `*`. */
  readonly everyone: boolean;
  readonly credentials: boolean;
  /** All methods to list, those that need no permission too: people read a list as the whole of it. */
  readonly methods: readonly string[];
  /** Request headers to list, in lower case. */
  readonly headers: readonly string[];
  /** Whether the server allowed every header that it was asked for, or was not asked for any. */
  readonly anyHeader: boolean;
  /** Whether a response was seen that allowed every header. @default false */
  readonly everyHeader?: boolean;
  /** Response headers that the page will want to read. */
  readonly expose: readonly string[];
  /** Whether a response has CORS headers already, which another layer may have set. */
  readonly isSet: boolean;
  /** Whether a login answers the preflight before the policy does. @default false */
  readonly isBehindLogin?: boolean;
}

/** Reads the wanted policy out of the exchanges. */
export function wantedOf(evidence: Evidence): Wanted {
  const { asked, probes, seen } = evidence;
  const { credentials } = asked;
  const preflight =
    probes.preflight && probes.preflight.status < 300 ? probes.preflight : undefined;
  const headers = [...seen.map(({ answer }) => answer), preflight].flatMap(
    (answer) => answer?.headers ?? [],
  );
  const values = (name: string): readonly string[] =>
    headers.flatMap((each) => each.get(`access-control-${name}`) ?? []);
  const origins = values("allow-origin").flatMap((value) => value.split(/\s*,\s*|\s+/));
  const asks = requestedHeaders(evidence);
  const allowed = tokens(values("allow-headers"));
  const method = seen.at(-1)?.exchange.state.method ?? asked.method;
  const methods = tokens(values("allow-methods"));
  return {
    origins: [...new Set([asked.origin, ...origins.filter(isOrigin)])],
    everyone: origins.includes("*") || repeats(evidence),
    credentials: credentials === "include" || values("allow-credentials").includes("true"),
    methods: [
      ...new Set([
        ...safelistedMethods,
        method,
        ...(methods.includes("*") && credentials !== "include" ? allMethods : []),
        ...methods.filter(isNameable),
      ]),
    ],
    headers: [
      ...new Set([...allowed.map((name) => name.toLowerCase()).filter(isNameable), ...asks]),
    ],
    anyHeader: isAny(allowed, asks),
    ...(isEveryHeader(allowed) ? { everyHeader: true } : {}),
    expose: [
      ...new Set([
        ...tokens(values("expose-headers")).filter(isNameable),
        ...hiddenHeaderNames(evidence),
      ]),
    ],
    isSet: origins.length > 0,
  };
}

/** Whether a page that no one ever heard of is allowed too, without credentials. */
function repeats({ probes: { stranger } }: Evidence): boolean {
  const allowed = stranger?.headers.get("access-control-allow-origin");
  const isOpen = stranger?.headers.get("access-control-allow-credentials") !== "true";
  return allowed === strangerOrigin && isOpen;
}

/** What `*` stands for, in so far as pages use it. */
const allMethods = ["PUT", "PATCH", "DELETE"];

/** Everyone, and some of them with credentials: two policies that no single header can say. */
export function isTwofold({ everyone, credentials }: Wanted): boolean {
  return everyone && credentials;
}

/** The names that the browser asks for, those that belong in answers left out. */
function requestedHeaders({ seen }: Evidence): readonly string[] {
  return seen
    .flatMap(({ exchange }) => exchange.request.headers.get("access-control-request-headers") ?? [])
    .flatMap((value) => value.toLowerCase().split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^access-control-(?!request-)/.test(name));
}

/** A server that says `*`, or lists what no one has, allows what others ask for too. */
function isEveryHeader(allowed: readonly string[]): boolean {
  return allowed.some((name) => name === "*" || name.toLowerCase() === unheardOfHeader);
}

/** A server that lists exactly what it was asked for repeats it, and one that lists the unheard-of surely. */
function isAny(allowed: readonly string[], asks: readonly string[]): boolean {
  if (isEveryHeader(allowed) || allowed.length === 0) return true;
  const listed = allowed.map((name) => name.toLowerCase());
  return listed.length === asks.length && listed.every((name) => asks.includes(name));
}

function tokens(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(","))
    .map((token) => token.trim())
    .filter((token) => /^[\w!#$%&'*+.^`|~-]+$/.test(token));
}

/** `*` covers all, and `null` is what a program writes that had no list. */
function isNameable(token: string): boolean {
  return token !== "*" && token !== "null" && token !== unheardOfHeader;
}

/** What browsers send as an origin, and nothing else: never `null`, never a pattern. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[\w.:[\]-]+$/.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}
