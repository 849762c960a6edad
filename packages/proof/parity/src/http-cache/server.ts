import type { Line, Places } from "@crossgate/browser/fixtures/scenario";
import type { Content } from "@crossgate/browser/fixtures/content";
import { contentFor } from "@crossgate/browser/fixtures/content";
import type { WireReply, WireRequest } from "../wire-server.ts";
import { listenAtPlaces } from "../places.ts";
import type { CacheCase, CacheRule, CacheStep } from "./cache-case.ts";

/** What of a request the answer depends on. */
export interface CacheRequest {
  readonly method: string;
  readonly header: (name: string) => string | null;
}

const modified = "Wed, 01 Jan 2025 00:00:00 GMT";

/** The answer of the URL behind a redirect. */
export function answerAfter({ steps }: CacheCase, { method, header }: CacheRequest): WireReply {
  const origin = header("origin");
  const lines = preflightLines(origin ?? "*");
  const content = contentOf(steps);
  const headers: readonly Line[] = [
    ...lines,
    ["Cache-Control", "no-store"],
    ["Content-Type", content.type],
    ["Content-Length", String(content.body.length)],
  ];
  return { status: 200, headers, body: method === "HEAD" ? "" : content.body };
}

function contentOf(steps: readonly CacheStep[]): Content {
  return contentFor(steps.find(({ via }) => via !== "fetch")?.via as "image" | undefined);
}

/** The answer to a request: one function for the model's network and for real sockets. */
export function answerOf(
  one: CacheCase,
  places: Places,
  id: string,
  { method, header }: CacheRequest,
): WireReply {
  const { rule, steps } = one;
  const origin = header("origin");
  if (method === "OPTIONS" && header("access-control-request-method") !== null)
    return { status: 204, headers: preflightLines(origin ?? ""), body: "" };
  const own = [...rule.lines, ...(origin === null ? [] : rule.originLines)];
  const lines = own.map(([name, value]): Line => [name, filled(value, places, origin)]);
  if (isUnchanged(rule, header)) {
    const kept = lines.filter(([name]) => !/^access-control-|^vary$/i.test(name));
    return { status: 304, headers: rule.notModified === "bare" ? kept : lines, body: "" };
  }
  const content = contentOf(steps);
  const body = method === "HEAD" || rule.status === 204 ? "" : content.body;
  const length: readonly Line[] =
    rule.status === 204 ? [] : [["Content-Length", String(content.body.length)]];
  return {
    status: rule.status,
    headers: [...lines, ...locationOf(rule, places, id), ["Content-Type", content.type], ...length],
    body,
  };
}

function locationOf({ to }: CacheRule, places: Places, id: string): readonly Line[] {
  return to === undefined ? [] : [["Location", `${places[to]}/after/${id}`]];
}

function filled(value: string, places: Places, origin: string | null): string {
  return value
    .replace("{origin}", origin ?? "")
    .replace("{modified}", modified)
    .replace("{now}", new Date().toUTCString())
    .replace(/\{(\w+)\}/g, (whole, key: string) =>
      key in places ? places[key as keyof Places] : whole,
    );
}

function isUnchanged({ notModified, lines }: CacheRule, header: CacheRequest["header"]): boolean {
  if (notModified === "never") return false;
  const etag = lines.find(([name]) => name === "ETag")?.[1];
  const isTagged = header("if-none-match") !== null && header("if-none-match") === etag;
  return isTagged || header("if-modified-since") === modified;
}

function preflightLines(origin: string): readonly Line[] {
  return [
    ["Access-Control-Allow-Origin", origin],
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Allow-Methods", "PUT, DELETE, PATCH, OPTIONS, CHICKEN"],
    ["Access-Control-Allow-Headers", "cache-control, pragma"],
    // Another run is about the preflight cache.
    ["Access-Control-Max-Age", "0"],
  ];
}

/** What the server saw of a request, with origins by name. */
export function seenLine({ method, header }: CacheRequest, places: Places): string {
  const origin = header("origin");
  const place = Object.entries(places).find(([, value]) => value === origin)?.[0];
  const conditions = ["if-none-match", "if-modified-since", "cache-control", "pragma"]
    .filter((name) => header(name) !== null)
    .map((name) => `${name}=${header(name) ?? ""}`);
  return [method, `origin=${place ?? origin ?? "-"}`, ...conditions].join(" ");
}

/** The servers of all places. */
export interface CacheServer {
  readonly places: Places;
  /** Sets a case up, and gives its URL and the lines that its server will see. */
  prepare(one: CacheCase): { readonly url: string; readonly seen: readonly string[] };
  close(): void;
}

const blank: WireReply = {
  status: 200,
  headers: [
    ["Content-Type", "text/html"],
    ["Content-Length", "25"],
    ["Cache-Control", "no-store"],
  ],
  body: "<!doctype html><body>text",
};

/** Starts them: two ports and two names. */
export async function startCacheServer(): Promise<CacheServer> {
  const runs = new Map<string, { readonly one: CacheCase; readonly seen: string[] }>();
  let places: Places | undefined;
  function handle(request: WireRequest): WireReply {
    const [, first, id = ""] = request.target.split("/");
    const run = runs.get(id);
    if (!run || !places) return blank;
    const isAfter = first === "after";
    run.seen.push(`${isAfter ? "after " : ""}${seenLine(request, places)}`);
    return isAfter ? answerAfter(run.one, request) : answerOf(run.one, places, id, request);
  }
  const { places: known, close } = await listenAtPlaces(handle);
  places = known;
  return {
    places: known,
    prepare(given) {
      const id = `h${runs.size}`;
      const seen: string[] = [];
      runs.set(id, { one: given, seen });
      return { url: `${known[given.rule.at]}/cached/${id}`, seen };
    },
    close,
  };
}
