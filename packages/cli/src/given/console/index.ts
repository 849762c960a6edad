import { guessOf, present } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import { readBesideCors } from "./beside-cors.ts";
import { readChromiumLine } from "./chromium.ts";
import { readClientError } from "./client-error.ts";
import { readClosedResource } from "./closed-resource.ts";
import { readFirefoxLine } from "./firefox.ts";
import type { ConsoleLine } from "./line.ts";
import { readLocalizedLine } from "./localized.ts";
import { readNamedError } from "./named-error.ts";
import { readScriptError } from "./script-error.ts";
import { tidyLine } from "./tidy.ts";
import { readWebkitLine } from "./webkit.ts";

/**
 * Reads what a browser wrote into its console, with whatever was copied around it. A line tells the
 * failure, and mostly the URL; what the request was is told by its failure alone.
 *
 * @returns undefined for a text that no browser writes
 */
export function readConsole(text: string): Given | undefined {
  const read = tidyLine(text).map((flat) => ({ flat, line: readLine(flat) }));
  const { line, flat } =
    read.find((one) => one.line?.said !== undefined) ?? read.find((one) => one.line) ?? {};
  if (!line || flat === undefined) return undefined;
  const { url, origin, as, said, profile } = line;
  return {
    kind: "console",
    profile,
    ...(url !== undefined && isWithoutScheme(url)
      ? { url: `http://${url}`, isSchemeless: true }
      : present("url", url)),
    ...present("origin", origin),
    ...present("as", as),
    ...present("said", said),
    ...present("embedderPolicy", line.embedderPolicy),
    ...present("mode", line.mode),
    ...(line.isNoRequest === true ? { isNoRequest: true } : {}),
    ...present("status", statusOf(flat)),
    ...requestOf(line, flat),
  };
}

/** Firefox and Safari tell the status, in Firefox in any language at the end. */
function statusOf(text: string): number | undefined {
  const [, named, last] =
    /(?:Status code: |\[HTTP\/[\d.]+ )(\d{3})\b|[:：] ?(\d{3})[.。]?$/i.exec(text) ?? [];
  const status = named ?? last;
  return status === undefined ? undefined : Number(status);
}

/** The line that says most: an engine's own about CORS, then others of it, then a script's error. */
function readLine(text: string): ConsoleLine | undefined {
  return (
    readChromiumLine(text) ??
    readNamedError(text) ??
    readFirefoxLine(text) ??
    readWebkitLine(text) ??
    readBesideCors(text) ??
    readLocalizedLine(text) ??
    readClosedResource(text) ??
    readClientError(text) ??
    readScriptError(text)
  );
}

/** The mildest request that meets the failure which the line names. */
function requestOf(line: ConsoleLine, text: string): Omit<Given, "kind"> {
  const { said, isPreflight } = line;
  const withCookies = /credentials mode is 'include'|Credential is not|redentials flag is true/i;
  const credentials =
    (said?.startsWith("acac-") ?? false) ||
    said === "acao-wildcard-credentials" ||
    withCookies.test(text);
  const asked = askedFor(line, text);
  const isGuess = isPreflight && asked.method === undefined && said !== "header-not-allowed";
  return {
    ...asked,
    ...(credentials ? { credentials: "include" } : {}),
    // An element that meets CORS at all has the attribute that asks for it.
    ...((said !== undefined || line.isWithCors === true) && isElement(line.as)
      ? { crossorigin: credentials ? "use-credentials" : "anonymous" }
      : {}),
    isPartial: true,
    notes: notesOf(line, isGuess),
  };
}

function notesOf(
  { said, detail, url, note, isNoRequest = false }: ConsoleLine,
  isGuess: boolean,
): readonly string[] {
  return [
    ...(note === undefined ? [] : [note]),
    ...(isGuess
      ? [
          "The line is about a preflight and does not say of which request. A JSON content type stands for it: name the method with -X and the headers with -H.",
        ]
      : []),
    ...(url === undefined && !isNoRequest
      ? ["The line names no URL. Give it too: it stands in the Network tab of the same request."]
      : []),
    ...(said === "header-not-allowed" && detail !== undefined
      ? [`The line names the header ${detail}; its value is a guess.`]
      : []),
  ];
}

/** `localhost:5000/api`, of which a browser takes the host for a scheme. */
function isWithoutScheme(url: string): boolean {
  return /^[\w.-]+:\d+(?:\/|$)/.test(url);
}

function isElement(as: Given["as"]): boolean {
  return as === "image" || as === "script" || as === "style" || as === "media";
}

function askedFor(
  { said, detail, isPreflight }: ConsoleLine,
  text: string,
): { readonly method?: string; readonly headers?: readonly GivenHeader[] } {
  const [, verb] = /(?:\b|XHR)(HEAD|POST|PUT|PATCH|DELETE) ?https?:\/\//.exec(text) ?? [];
  const method = said === "method-not-allowed" ? (detail ?? verb) : verb;
  if (said === "header-not-allowed" && detail !== undefined) {
    return { ...present("method", method), headers: [[detail, guessOf(detail)]] };
  }
  if (said === "authorization-needs-explicit") {
    return { ...present("method", method), headers: [["authorization", guessOf("authorization")]] };
  }
  if (isPreflight && method === undefined)
    return { headers: [["content-type", "application/json"]] };
  return present("method", method);
}
