import { present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import type { Called } from "./called.ts";
import { callsIn } from "./find-calls.ts";
import { clientCall } from "./clients.ts";
import { isRecord, unknown } from "./values.ts";

/** Whether a text calls `fetch`. */
export function isFetchCall(text: string): boolean {
  return /(?<!\bto )\bfetch\s*(?:\?\.)?\s*(?:<[^()]*?>)?\s*\(/.test(text);
}

/**
 * Reads a call of `fetch` out of JavaScript or TypeScript, as browsers copy it and people write it,
 * whole or in part. Nothing is run: only what stands there as a value counts.
 *
 * @returns undefined where no call of fetch can be read
 */
export function readFetch(text: string): Given | undefined {
  const calls = callsIn(text)
    .filter(isFetch)
    .map(({ given }) => withoutRequest(given));
  const call =
    calls.find(([url]) => typeof url === "string" && /^[a-z][a-z\d+.-]*:/i.test(url)) ??
    calls.find(([url]) => typeof url === "string") ??
    calls.find((given) => given.length > 0);
  return call && givenOf(call);
}

/**
 * Reads a call of another client out of a script: axios, XMLHttpRequest, jQuery, Angular's
 * HttpClient, a WebSocket, an EventSource, a beacon. Nothing is run.
 *
 * @returns undefined where none asks a whole address
 */
export function readClient(text: string): Given | undefined {
  const made = clientCall(callsIn(text), text);
  if (!made) return undefined;
  const isWatched = /\.upload\s*\.\s*(?:onprogress|addEventListener)|onUploadProgress/.test(text);
  return {
    ...givenOf(made.call),
    kind: "script",
    as: made.as,
    ...(ofPython.test(text) ? { notes: [python] } : {}),
    ...(isWatched ? { uploadProgress: true } : {}),
  };
}

const ofPython = /^\s*(?:import requests\b|from \w+ import|requests\.|httpx\.)/m;
const python =
  "That is Python. CORS binds browsers alone, so it reads what a page may not; the same request of a page is explained.";

function isFetch({ name }: Called): boolean {
  return name === "fetch";
}

/** `fetch(new Request(url, options))` is `fetch(url, options)`. */
function withoutRequest([first, ...rest]: readonly unknown[]): readonly unknown[] {
  const request = isRecord(first) ? first["request"] : undefined;
  if (Array.isArray(request)) return [request[0], rest[0] ?? request[1]];
  return first === undefined ? [] : [first, ...rest];
}

function givenOf([address, options]: readonly unknown[]): Given {
  const init = isRecord(options) ? options : {};
  const text = (name: string): string | undefined => {
    const value = init[name];
    return typeof value === "string" ? value : undefined;
  };
  const lines = headersOf(init["headers"]);
  const copied = readCopiedHeaders(lines);
  const mode = text("mode");
  const cookies = copied.cookie === undefined ? undefined : "include";
  const referrer = text("referrer");
  const body = text("body");
  const behind = requestBehind(text("method") ?? "GET", lines);
  const gaps = gapsOf(init, options);
  const { url, notes } = urlOf(address);
  return {
    kind: "fetch",
    ...present("url", url),
    ...copied,
    ...(copied.origin === undefined && referrer !== undefined ? { origin: referrer } : {}),
    ...present("method", text("method")),
    ...present("body", body),
    ...present("credentials", (text("credentials") ?? cookies) as RequestCredentials | undefined),
    ...(mode === "no-cors" || mode === "same-origin" || mode === "cors" ? { mode } : {}),
    ...(init["keepalive"] === true ? { keepalive: true } : {}),
    ...present("redirect", text("redirect") as RequestRedirect | undefined),
    ...(gaps.length > 0 ? { isPartial: true } : {}),
    ...behind,
    notes: [...notes, ...gaps, ...(behind?.notes ?? [])],
  };
}

/** The address, unless its beginning only exists when the script runs. */
function urlOf(address: unknown): Pick<Given, "url" | "notes"> {
  const text = typeof address === "string" ? address : "...";
  const given = "Give it with --url; it stands in the Network tab.";
  if (text.startsWith("..."))
    return { notes: [`The address is not written out in the call. ${given}`] };
  if (!/^[a-z][a-z\d+.-]*:/i.test(text)) {
    return {
      notes: [`The address ${text} is relative: it goes to the page's own server. ${given}`],
    };
  }
  const isOpen = text.includes("...");
  const note =
    "A part of the address only exists when the script runs, and is asked as three dots.";
  return { url: text, notes: isOpen ? [note] : [] };
}

/** What is not written out. */
function gapsOf(init: Readonly<Record<string, unknown>>, options: unknown): readonly string[] {
  if (options === unknown) {
    return ["The options are not written out in the call; only the URL was taken."];
  }
  const body = init["body"];
  const isGap = body !== undefined && body !== null && typeof body !== "string";
  return [
    ...(isGap ? ["The body is not written out in the call; the request is asked without it."] : []),
    ...(init["method"] === unknown
      ? ["The method is not written out in the call; name it with -X."]
      : []),
    ...(init["headers"] === unknown
      ? ["The headers are not written out in the call; name them with -H."]
      : []),
  ];
}

function headersOf(value: unknown): readonly GivenHeader[] {
  const entries: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap((entry): readonly GivenHeader[] => {
    const [name, given] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof name !== "string") return [];
    // A token that only exists at run time is a header too.
    return [[name, typeof given === "string" || typeof given === "number" ? String(given) : "..."]];
  });
}
