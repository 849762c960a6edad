import { originOfUrl, present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import type { Har, HarEntry } from "./parse.ts";

/** A cross-origin entry in a list, to choose from. */
export interface HarChoice {
  /** What `--entry` takes: the place in the recording, from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly origin: string | undefined;
  readonly status: number;
  /** Whether the recording shows that the page did not get the response. */
  readonly failed: boolean;
}

/**
 * The entries that a page of another origin asked for. A preflight is one only where the request
 * behind it was not recorded. Programs that are no browser record no page: all entries count then.
 */
export function crossOriginEntries(har: Har): readonly HarChoice[] {
  const choices = har.entries.flatMap((entry, index): readonly HarChoice[] => {
    if (!/^(?:https?|wss?):/i.test(entry.request.url) || hasRequestBehind(entry, har)) return [];
    const origin = originOfEntry(entry, har);
    const { status } = entry.response;
    const { method, url } = entry.request;
    return [{ number: index + 1, method, url, origin, status, failed: hasFailed(entry) }];
  });
  const known = choices.filter(({ origin }) => origin !== undefined);
  if (known.length === 0) return choices;
  return known.filter(({ origin, url }) => webOrigin(url) !== origin);
}

/**
 * The entry that most likely made the person look: the first that failed, or the redirect that led
 * to it; else the first at all.
 */
export function likelyEntry(har: Har): HarChoice | undefined {
  const choices = crossOriginEntries(har);
  let chosen = choices.find(({ failed }) => failed) ?? choices[0];
  for (const choice of choices.toReversed()) {
    const isBefore = chosen !== undefined && choice.number < chosen.number;
    if (isBefore && leadsTo(har.entries[choice.number - 1]) === chosen?.url) chosen = choice;
  }
  return chosen;
}

/** Where an entry's response redirects to. */
function leadsTo(entry: HarEntry | undefined): string | undefined {
  const { status = 0, headers = [] } = entry?.response ?? {};
  const location = headers.find(({ name }) => name.toLowerCase() === "location")?.value;
  const url = entry?.request.url;
  if (status < 300 || status > 399 || location === undefined) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

/** The request of one entry. */
export function givenOfEntry(entry: HarEntry, har: Har): Given {
  const { request, resourceType } = entry;
  const lines = request.headers.map(({ name, value }): GivenHeader => [name, value]);
  const copied = readCopiedHeaders(lines);
  const isBodiless = request.method === "GET" || request.method === "HEAD";
  const behind = requestBehind(request.method, lines);
  return {
    kind: "har",
    url: request.url,
    method: request.method,
    ...present("profile", har.profile),
    ...copied,
    ...present("origin", originOfEntry(entry, har)),
    ...present("as", asOf(resourceType)),
    ...present("body", isBodiless ? undefined : request.body),
    ...(copied.cookie === undefined ? {} : { credentials: "include" }),
    ...modeOf(lines),
    notes: [],
    ...behind,
  };
}

/** Whether an entry is a preflight. */
export function isPreflight({ request }: HarEntry): boolean {
  return (
    request.method === "OPTIONS" &&
    request.headers.some(({ name }) => name.toLowerCase() === "access-control-request-method")
  );
}

function hasRequestBehind(entry: HarEntry, { entries }: Har): boolean {
  if (!isPreflight(entry)) return false;
  return entries.some((other) => !isPreflight(other) && other.request.url === entry.request.url);
}

/** What a header says, else who asked, else the page to which the recording counts it. */
function originOfEntry(entry: HarEntry, har: Har): string | undefined {
  const value = (name: string): string | undefined =>
    entry.request.headers.find((header) => header.name.toLowerCase() === name)?.value;
  return (
    value("origin") ??
    originOfUrl(value("referer")) ??
    originOfUrl(har.pages.get(entry.page ?? "")) ??
    originOfUrl(documentOf(entry, har)) ??
    originOfUrl(entry.initiator)
  );
}

/** The first document that was recorded with an entry. */
function documentOf({ page }: HarEntry, { entries }: Har): string | undefined {
  const isDocument = ({ resourceType, request }: HarEntry): boolean =>
    resourceType === "document" ||
    request.headers.some(
      ({ name, value }) => name.toLowerCase() === "sec-fetch-dest" && value === "document",
    );
  return entries.find((other) => other.page === page && isDocument(other))?.request.url;
}

function webOrigin(url: string): string {
  return new URL(url.replace(/^ws/i, "http")).origin;
}

/** Browsers record a blocked response with status 0, or whole and with an error beside it. */
function hasFailed({ response }: HarEntry): boolean {
  return response.status === 0 || response.status >= 400 || response.error !== undefined;
}

function asOf(type: string | undefined): Given["as"] {
  const names = {
    fetch: "fetch",
    xhr: "xhr",
    image: "image",
    font: "font",
    script: "script",
    stylesheet: "style",
    media: "media",
    manifest: "manifest",
    eventsource: "eventsource",
    websocket: "websocket",
    ping: "beacon",
  } as const;
  return type !== undefined && type in names ? names[type as keyof typeof names] : undefined;
}

function modeOf(lines: readonly GivenHeader[]): Pick<Given, "mode"> {
  const [, mode] = lines.find(([name]) => name.toLowerCase() === "sec-fetch-mode") ?? [];
  return mode === "no-cors" || mode === "same-origin" ? { mode } : {};
}
