import type { Had } from "./page.ts";
import type { Seen } from "./upstream.ts";

const BLOCKED = { error: "TypeError: Failed to fetch" };
const PUT = { method: "PUT", headers: { "x-custom": "1" } };
const INCLUDE = { credentials: "include", headers: { authorization: "Bearer x" } } as const;
const STAR = "h=access-control-allow-origin:*&h=access-control-allow-credentials:true";
const REFLECTED = "h=access-control-allow-origin:https://evil.com&h=access-control-max-age:1";
const TWICE = "h=access-control-allow-origin:*&h=access-control-allow-origin:*";

/** A page that asks, and what it must have of it. */
export interface Scenario {
  readonly name: string;
  readonly gateway: string;
  readonly from?: "allowed" | "denied";
  readonly path: string;
  readonly init?: RequestInit;
  readonly had: Had;
  /** What of the request reached the upstream, or nothing. */
  readonly seen: Partial<Seen> | undefined;
}

export const SCENARIOS: readonly Scenario[] = [
  { name: "no CORS", gateway: "plain", path: "/say", had: { status: 200 }, seen: {} },
  {
    name: "CORS: * with credentials",
    gateway: "cookies",
    path: `/say?${STAR}`,
    init: INCLUDE,
    had: { status: 200 },
    seen: {},
  },
  {
    name: "CORS: an evil origin",
    gateway: "plain",
    path: `/say?${REFLECTED}`,
    had: { status: 200 },
    seen: {},
  },
  {
    name: "CORS: the header twice",
    gateway: "plain",
    path: `/say?${TWICE}`,
    had: { status: 200 },
    seen: {},
  },
  {
    name: "CORS for the denied page",
    gateway: "plain",
    from: "denied",
    path: `/say?${STAR}`,
    had: BLOCKED,
    seen: undefined,
  },
  {
    name: "a denied page",
    gateway: "plain",
    from: "denied",
    path: "/say",
    had: BLOCKED,
    seen: undefined,
  },
  {
    name: "a denied page, passed on",
    gateway: "lenient",
    from: "denied",
    path: "/say",
    had: BLOCKED,
    seen: {},
  },
  {
    name: "a denied page's preflight",
    gateway: "plain",
    from: "denied",
    path: "/say",
    init: PUT,
    had: BLOCKED,
    seen: undefined,
  },
  {
    name: "a PUT, after its preflight",
    gateway: "plain",
    path: "/say",
    init: PUT,
    had: { status: 200 },
    seen: { method: "PUT" },
  },
  {
    name: "an error of the API's own",
    gateway: "plain",
    path: "/say?status=418",
    had: { status: 418 },
    seen: {},
  },
  { name: "the API is down", gateway: "down", path: "/say", had: { status: 502 }, seen: undefined },
  { name: "the API hangs", gateway: "quick", path: "/hang", had: { status: 504 }, seen: {} },
  {
    name: "the API breaks off within the body",
    gateway: "plain",
    path: "/reset",
    had: { status: 200, error: "TypeError: Failed to fetch" },
    seen: {},
  },
  {
    name: "Cloudflare says that the API is down",
    gateway: "plain",
    path: "/say?status=521",
    had: { status: 502 },
    seen: {},
  },
  {
    name: "Cloudflare says that the API is late",
    gateway: "plain",
    path: "/say?status=522",
    had: { status: 504 },
    seen: {},
  },
  { name: "a service binding", gateway: "bound", path: "/", had: { status: 200 }, seen: undefined },
  {
    name: "a service binding that throws",
    gateway: "bound",
    path: "/throw",
    had: { status: 502 },
    seen: undefined,
  },
  {
    name: "a service binding that hangs",
    gateway: "bound",
    path: "/hang",
    had: { status: 504 },
    seen: undefined,
  },
  {
    name: "a redirect of the API to itself",
    gateway: "prefixed",
    path: "/say?status=302&h=location:/v1/there",
    had: { status: 200 },
    seen: { url: "/v1/there" },
  },
  {
    name: "a climb out of the API's path",
    gateway: "prefixed",
    path: "/..%2fadmin",
    had: { status: 400 },
    seen: undefined,
  },
  { name: "a setting is wrong", gateway: "wrong", path: "/say", had: BLOCKED, seen: undefined },
];
