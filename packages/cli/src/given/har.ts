import { originOfUrl, present, readCopiedHeaders } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";

/** One header of a recording. */
interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** One exchange of a recording, as far as CORS needs it. */
export interface HarEntry {
  readonly startedDateTime?: string;
  /** Chromium's name of how the page asked. */
  readonly ["_resourceType"]?: string;
  readonly serverIPAddress?: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly HarHeader[];
    readonly cookies?: readonly unknown[];
    readonly postData?: { readonly text?: string; readonly mimeType?: string };
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly HarHeader[];
    readonly content?: { readonly text?: string; readonly encoding?: string };
    readonly redirectURL?: string;
    /** Chromium's name of what went wrong. */
    readonly ["_error"]?: string;
  };
}

/** A recording of a browser's Network tab. */
export interface Har {
  readonly entries: readonly HarEntry[];
}

/** A cross-origin entry in a list, to choose from. */
export interface HarChoice {
  /** What `--entry` takes: the place in the recording, from 1. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly origin: string | undefined;
  readonly status: number;
  /** Whether the recording shows that the page did not get the answer. */
  readonly failed: boolean;
}

/**
 * Reads a HAR file.
 *
 * @returns undefined for a text that is none
 */
export function parseHar(text: string): Har | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
  const { log } = (value ?? {}) as { log?: { entries?: unknown } };
  if (!Array.isArray(log?.entries)) return undefined;
  return { entries: log.entries.filter(isEntry) };
}

function isEntry(value: unknown): value is HarEntry {
  const { request, response } = (value ?? {}) as Partial<HarEntry>;
  return (
    typeof request?.url === "string" && Array.isArray(request.headers) && response !== undefined
  );
}

/** The entries that a page of another origin asked for, without their preflights. */
export function crossOriginEntries({ entries }: Har): readonly HarChoice[] {
  return entries.flatMap((entry, index): readonly HarChoice[] => {
    const { method, url } = entry.request;
    const origin = originOfEntry(entry);
    const isCross = origin !== undefined && URL.canParse(url) && new URL(url).origin !== origin;
    if (!isCross || isPreflight(entry)) return [];
    const { status } = entry.response;
    return [{ number: index + 1, method, url, origin, status, failed: hasFailed(entry) }];
  });
}

/** The entry that most likely made the person look: the first that failed, else the first at all. */
export function likelyEntry(har: Har): HarChoice | undefined {
  const choices = crossOriginEntries(har);
  return choices.find(({ failed }) => failed) ?? choices[0];
}

/** The request of one entry. */
export function givenOfEntry(entry: HarEntry): Given {
  const { request } = entry;
  const lines = request.headers.map(({ name, value }): GivenHeader => [name, value]);
  const copied = readCopiedHeaders(lines);
  const as = asOf(entry["_resourceType"]);
  const text = request.postData?.text;
  return {
    kind: "har",
    url: request.url,
    method: request.method,
    ...copied,
    ...present("as", as),
    ...present("body", request.method === "GET" || request.method === "HEAD" ? undefined : text),
    ...(copied.cookie === undefined ? {} : { credentials: "include" }),
    ...modeOf(lines),
    notes: [],
  };
}

/** Whether an entry is a preflight. */
export function isPreflight({ request }: HarEntry): boolean {
  const asks = ({ name }: HarHeader): boolean =>
    name.toLowerCase() === "access-control-request-method";
  return request.method === "OPTIONS" && request.headers.some(asks);
}

function originOfEntry({ request }: HarEntry): string | undefined {
  const value = (name: string): string | undefined =>
    request.headers.find((header) => header.name.toLowerCase() === name)?.value;
  return value("origin") ?? originOfUrl(value("referer"));
}

/** Browsers record a blocked answer with status 0, or whole and with an error beside it. */
function hasFailed({ response }: HarEntry): boolean {
  return response.status === 0 || response.status >= 400 || response["_error"] !== undefined;
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
