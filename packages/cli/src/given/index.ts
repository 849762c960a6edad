import { isCurl, readCurl, type ReadFile } from "./curl/index.ts";
import { readConsole } from "./console/index.ts";
import type { Given } from "./given.ts";
import { givenOfEntry, likelyEntry, parseHar } from "./har.ts";
import { readRawRequest } from "./header-block.ts";
import { isFetchCall, readFetch } from "./javascript.ts";

export { readConsole } from "./console/index.ts";
export { isCurl, readCurl, readCurlWords } from "./curl/index.ts";
export type { ReadFile } from "./curl/index.ts";
export { askedAs } from "./given.ts";
export type { AskedAs, Connection, Given, GivenHeader } from "./given.ts";
export { crossOriginEntries, givenOfEntry, isPreflight, likelyEntry, parseHar } from "./har.ts";
export type { Har, HarChoice, HarEntry } from "./har.ts";
export { readHeaderBlocks, readRawRequest } from "./header-block.ts";
export type { HeaderBlock } from "./header-block.ts";
export { isFetchCall, readFetch } from "./javascript.ts";

/**
 * Reads whatever a person pastes to ask why a request is blocked: a console line of any browser, a
 * cURL command, a `fetch` call, a HAR file, a raw request, or a URL.
 *
 * @example
 * const given = readGiven("Access to fetch at 'https://api.example.com/' from origin …");
 *
 * @param text as it was copied, with what stood around it
 * @param readFile gives the files that a cURL command names; without it they are empty
 * @returns undefined for a text that is none of these
 */
export function readGiven(text: string, readFile?: ReadFile): Given | undefined {
  const trimmed = text.trim();
  if (isUrl(trimmed)) return { kind: "url", url: trimmed, notes: [] };
  if (trimmed.startsWith("{")) return readRecording(trimmed);
  if (isCurl(trimmed)) return orUndefined(() => readCurl(trimmed, readFile));
  const line = readConsole(trimmed);
  if (line) return line;
  if (isFetchCall(trimmed)) return orUndefined(() => readFetch(trimmed));
  return readRawRequest(trimmed);
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text);
}

function readRecording(text: string): Given | undefined {
  const har = parseHar(text);
  const choice = har && likelyEntry(har);
  const entry = choice && har?.entries[choice.number - 1];
  return entry && givenOfEntry(entry);
}

/** Text that only looks like a command or a script is none. */
function orUndefined(read: () => Given | undefined): Given | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
