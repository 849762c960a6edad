import { present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Connection, Given, GivenHeader } from "../given.ts";
import { readAddress } from "./address.ts";
import { readCurlBody, type ReadFile } from "./body.ts";
import { findCommand } from "./command.ts";
import { type CurlOption, firstRequest, readOptions } from "./options.ts";
import { shellWords } from "./words.ts";

export type { ReadFile } from "./body.ts";

/** Whether a text has a cURL command, with or without a prompt in front. */
export function isCurl(text: string): boolean {
  return findCommand(text) !== undefined;
}

/**
 * Reads a cURL command as browsers copy it and people write it, in the spelling of any shell.
 *
 * @param readFile gives the files that `-d @file`, `-F` and `-T` name; without it they are empty
 * @throws Error for quotes that do not end
 */
export function readCurl(text: string, readFile?: ReadFile): Given {
  const command = findCommand(text);
  if (!command) throw new Error("that is no cURL command");
  const { input } = command;
  const encoder = new TextEncoder();
  return readCurlWords(
    shellWords(command),
    input === undefined
      ? readFile
      : (path) => (path === "-" ? encoder.encode(input) : (readFile?.(path) ?? new Uint8Array())),
  );
}

/** The same for a command that a shell has split already. */
export function readCurlWords(words: readonly string[], readFile?: ReadFile): Given {
  const { options, isFirst } = firstRequest(readOptions(words.slice(1)));
  const value = (name: string): string | undefined =>
    options.findLast((one) => one.name === name)?.value;
  const has = (name: string): boolean => options.some((one) => one.name === name);
  const { body, headers: implied, method: usual, notes } = readCurlBody(options, readFile);
  const lines = linesOf(options, implied);
  const address = readAddress(options, has("get") && typeof body === "string" ? body : undefined);
  const copied = readCopiedHeaders(lines);
  const sends = !has("get") && body !== undefined;
  const method = value("request") ?? (has("head") ? "HEAD" : has("get") ? "GET" : usual);
  const behind = requestBehind(method, lines);
  return {
    kind: "curl",
    ...present("url", address.url),
    method,
    ...copied,
    ...present("body", sends ? body : undefined),
    ...(copied.cookie === undefined ? {} : { credentials: "include" }),
    ...contextOf(lines),
    connection: connectionOf(value, has, options),
    ...behind,
    notes: [
      ...notes,
      ...address.notes,
      ...(behind?.notes ?? []),
      ...(isFirst ? ["The command asks several times; the first request is explained."] : []),
    ],
  };
}

/** All header lines of the command; a later one of curl's own kind does not replace one that was set. */
function linesOf(
  options: readonly CurlOption[],
  implied: readonly GivenHeader[],
): readonly GivenHeader[] {
  const set = options.flatMap(({ name, value }): readonly GivenHeader[] => {
    if (name === "header") return headerOf(value);
    if (name === "user-agent") return [["user-agent", value]];
    if (name === "referer") return [["referer", value.replace(/;auto$/, "")]];
    if (name === "cookie" && value.includes("=")) return [["cookie", value]];
    if (name === "user") return [["authorization", `Basic ${base64(value)}`]];
    if (name === "oauth2-bearer") return [["authorization", `Bearer ${value}`]];
    if (name === "range") return [["range", `bytes=${value}`]];
    return [];
  });
  const names = new Set(set.map(([name]) => name.toLowerCase()));
  const isSent = options.some(({ name }) => name === "get");
  return isSent ? set : [...set, ...implied.filter(([name]) => !names.has(name))];
}

/** `name: value`; `name;` is one without a value, `name:` takes curl's own away. */
function headerOf(line: string): readonly GivenHeader[] {
  const colon = line.indexOf(":", 1);
  if (colon < 0) return line.endsWith(";") ? [[line.slice(0, -1).trim(), ""]] : [];
  const value = line.slice(colon + 1).trim();
  return value === "" ? [] : [[line.slice(0, colon).trim(), value]];
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** What a browser's own headers tell of the page that asked. */
function contextOf(lines: readonly GivenHeader[]): Pick<Given, "mode" | "as"> {
  const value = (name: string): string | undefined =>
    lines.find(([one]) => one.toLowerCase() === name)?.[1].toLowerCase();
  const mode = value("sec-fetch-mode");
  const destinations = { image: "image", font: "font", script: "script", style: "style" } as const;
  const destination = value("sec-fetch-dest");
  return {
    ...(mode === "no-cors" || mode === "same-origin" ? { mode } : {}),
    ...(destination !== undefined && Object.hasOwn(destinations, destination)
      ? { as: destinations[destination as keyof typeof destinations] }
      : {}),
  };
}

function connectionOf(
  value: (name: string) => string | undefined,
  has: (name: string) => boolean,
  options: readonly CurlOption[],
): Connection {
  const resolve = options.filter(({ name }) => name === "resolve").map(({ value }) => value);
  const seconds = Number(value("max-time"));
  return {
    ...(has("insecure") ? { insecure: true } : {}),
    ...(resolve.length > 0 ? { resolve } : {}),
    ...present("proxy", value("proxy")),
    ...(seconds > 0 ? { timeout: seconds * 1000 } : {}),
  };
}
