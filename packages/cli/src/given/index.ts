import { readAxiosError } from "./axios-error.ts";
import { present } from "./browser-headers.ts";
import { readRawRequest } from "./raw-request.ts";
import { isCurl, readCurl, type ReadFile } from "./curl/index.ts";
import { readBruno, readInsomnia } from "./collections.ts";
import { readConsole } from "./console/index.ts";
import { isCommand, readCommand } from "./command/index.ts";
import { readElement } from "./element.ts";
import type { Given } from "./given.ts";
import { withoutMarkup } from "./markup.ts";
import { readPostman } from "./postman.ts";
import { givenOfEntry, likelyEntry, parseHar } from "./har/index.ts";
import { isFetchCall, readClient, readFetch } from "./javascript/index.ts";
import { isPowershell, readPowershell } from "./powershell/index.ts";

export { readConsole } from "./console/index.ts";
export { isCommand, readCommandWords } from "./command/index.ts";
export { isCurl, readCurl, readCurlWords } from "./curl/index.ts";
export type { ReadFile } from "./curl/index.ts";
export { askedAs } from "./given.ts";
export type { AskedAs, Connection, Given, GivenHeader } from "./given.ts";
export {
  crossOriginEntries,
  givenOfEntry,
  isPreflight,
  likelyEntry,
  parseHar,
} from "./har/index.ts";
export type { Har, HarChoice, HarEntry } from "./har/index.ts";
export { readHeaderBlocks } from "./header-block.ts";
export { readRawRequest } from "./raw-request.ts";
export type { HeaderBlock } from "./header-block.ts";
export { isFetchCall, readFetch } from "./javascript/index.ts";

/**
 * Reads the text that a person pastes to ask why a request is blocked. It is a console line, a
 * command of a shell, a call in a script, or an element. It may also be a recording, a raw request,
 * or a URL.
 *
 * @example
 * const given = readGiven("Access to fetch at 'https://api.example.com/' from origin …");
 *
 * @param text as it was copied, with what stood around it
 * @param readFile gives the files that a cURL command names; without it they are empty
 * @returns undefined for a text that is none of these
 */
export function readGiven(text: string, readFile?: ReadFile): Given | undefined {
  const trimmed = withoutMarkup(text).trim();
  if (isUrl(trimmed)) return { kind: "url", url: trimmed, notes: [] };
  const isJson = /^[{["]/.test(trimmed);
  return (
    (isJson ? readJson(trimmed) : undefined) ??
    (isPowershell(trimmed) ? readPowershell(trimmed) : undefined) ??
    (isCurl(trimmed) ? orUndefined(() => readCurl(trimmed, readFile)) : undefined) ??
    (isCommand(trimmed) ? orUndefined(() => readCommand(trimmed)) : undefined) ??
    readText(trimmed)
  );
}

/** A call that names an address says most; a console line beside it knows the page. */
function readText(text: string): Given | undefined {
  const line = readConsole(text);
  const call = isFetchCall(text) ? orUndefined(() => readFetch(text)) : undefined;
  if (call?.url !== undefined) return { ...present("origin", line?.origin), ...call };
  const client = orUndefined(() => readAxiosError(text) ?? readClient(text)) ?? readElement(text);
  if (line?.url !== undefined) return client?.url === line.url ? both(line, client) : line;
  return client ?? readBruno(text) ?? call ?? readRawRequest(text) ?? line;
}

/** The call that a line is about: the line knows the page, and a header that the call does not show. */
function both(line: Given, call: Given): Given {
  const { headers = [], origin, profile, status } = line;
  const own = call.headers ?? [];
  const isShown = (name: string): boolean =>
    own.some(([other]) => other.toLowerCase() === name.toLowerCase());
  const named = line.said === "header-not-allowed" ? headers : [];
  return {
    ...present("origin", origin),
    ...present("profile", profile),
    ...present("status", status),
    ...call,
    headers: [...own, ...named.filter(([name]) => !isShown(name))],
  };
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text);
}

/** A recording, or the entry of a log that holds a console line. */
function readJson(text: string): Given | undefined {
  const isEntry = /"response"\s*:\s*\{/.test(text) && /"headers"\s*:\s*\[/.test(text);
  // One entry is what some tools copy of a recording.
  const har = parseHar(text) ?? (isEntry ? parseHar(`{"log":{"entries":[${text}]}}`) : undefined);
  const choice = har && likelyEntry(har);
  const entry = choice && har?.entries[choice.number - 1];
  if (har) return entry && givenOfEntry(entry, har);
  const collection = orUndefined(() => {
    const value: unknown = JSON.parse(text);
    return readPostman(value) ?? readInsomnia(value);
  });
  const error = orUndefined(() => readAxiosError(text));
  if (collection ?? error) return collection ?? error;
  for (const [, written = ""] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    const line = readConsole(written);
    if (line) return line;
  }
  return undefined;
}

/** Text that only looks like a command or a script is none. */
function orUndefined(read: () => Given | undefined): Given | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
