import { existsSync, statSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import {
  crossOriginEntries,
  type Given,
  givenOfEntry,
  type Har,
  isCommand,
  isCurl,
  likelyEntry,
  parseHar,
  readCommandWords,
  readCurlWords,
  readGiven,
} from "../given/index.ts";
import type { Question } from "../explain/report.ts";
import { printable } from "../terminal/printable.ts";
import { UsageError } from "../usage-error.ts";
import { connectionOf } from "./connection-options.ts";
import { type ExplainFlags, questionOf } from "./explain-flags.ts";
import { readFile, readFileText, textOf } from "./read-file.ts";

/** What to explain. */
export interface Target {
  readonly question: Question;
  /** The recording, and the entry of it, that was chosen. */
  readonly har: { readonly recording: Har; readonly number: number } | undefined;
  /** What else the recording holds, for a person to choose from. */
  readonly listing: string;
}

/**
 * Reads what the shell gave: an argument, several words of a cURL command, a file, standard input.
 *
 * @throws UsageError for what is nothing of the kind
 */
export async function readTarget(what: readonly string[], flags: ExplainFlags): Promise<Target> {
  if (flags.har !== undefined) return harTarget(readFileText(flags.har), flags);
  const [first = ""] = what;
  if (what.length > 1) {
    const given = isCommand(what.join(" ")) ? readCommandWords(what) : undefined;
    if (given) return targetOf(given, flags);
    if (!/^curl(?:\.exe)?$/.test(first))
      throw new UsageError("Put the line in quotes: it is one argument, and here are several.");
    return targetOf(readCurlWords(what, readFile), flags);
  }
  const text = await givenText(first, flags);
  if (parseHar(text)) return harTarget(text, flags);
  const given = readGiven(text, readFile) ?? bareUrl(text);
  return targetOf(given, flags);
}

/** What is given in place, in a file, or on standard input. */
async function givenText(argument: string, { url }: ExplainFlags): Promise<string> {
  if (argument === "-" || (argument === "" && url === undefined && !process.stdin.isTTY)) {
    const text = textOf(await buffer(process.stdin));
    if (text.trim() === "")
      throw new UsageError(
        "Standard input is empty. Give a URL, a console line, a cURL command or a HAR file.",
      );
    return text;
  }
  if (argument === "" && url !== undefined) return url;
  if (argument === "")
    throw new UsageError(
      "Give a URL, a console line in quotes, a cURL command, or --har with a file.",
    );
  if (argument.startsWith("@")) return readFileText(argument.slice(1));
  const isFile = !argument.includes("\n") && argument.length < 1024 && existsSync(argument);
  return isFile && statSync(argument).isFile() ? readFileText(argument) : argument;
}

function bareUrl(text: string): Given {
  const trimmed = text.trim();
  if (isCurl(trimmed)) {
    throw new UsageError(
      "The cURL command cannot be read: its quotes do not end. Copy it whole; a file or standard input keeps the shell from it.",
    );
  }
  const isOneWord = /^\S+$/.test(trimmed);
  if (!isOneWord) {
    throw new UsageError(
      `${JSON.stringify(printable(trimmed, 80))} is nothing that explain reads. Paste the console's own line, a URL, 'Copy as cURL' or 'Copy as fetch' of the Network tab, or a HAR file`,
    );
  }
  return { kind: "url", url: trimmed, notes: [] };
}

function targetOf(given: Given, flags: ExplainFlags, har?: Target["har"], listing = ""): Target {
  const url = flags.url ?? given.url;
  if (url === undefined) {
    const told = given.notes.filter((note) => !note.includes("names no URL"));
    const ask = "The line names no URL. Add it: --url https://… (it stands in the Network tab).";
    throw new UsageError([...told, ...(given.isNoRequest === true ? [] : [ask])].join(" "));
  }
  const { kind, connection = {}, notes, said: _, isNoRequest: __, isPartial, ...read } = given;
  const own = questionOf(flags);
  const data = flags.data;
  return {
    har,
    listing,
    question: {
      ...read,
      ...own,
      url,
      given: kind,
      notes:
        flags.url !== undefined && given.url === undefined
          ? notes.filter((note) => !note.includes("names no URL"))
          : notes,
      headers: joinHeaders(given.headers ?? [], flags.header),
      ...(data === undefined
        ? {}
        : { body: data.startsWith("@") ? readFile(data.slice(1)) : data }),
      connection: { ...connection, ...connectionOf(flags) },
      sendUnsafe: isPartial !== true || flags.request !== undefined,
    },
  };
}

/** A header of the command line takes the place of one that was read. */
function joinHeaders(
  read: NonNullable<Given["headers"]>,
  typed: ExplainFlags["header"],
): NonNullable<Given["headers"]> {
  const names = new Set(typed.map(([name]) => name.toLowerCase()));
  return [...read.filter(([name]) => !names.has(name.toLowerCase())), ...typed];
}

function harTarget(text: string, flags: ExplainFlags): Target {
  const recording = parseHar(text);
  if (!recording) throw new UsageError("That is not a HAR file: it has no log.entries.");
  const number = flags.entry ?? likelyEntry(recording)?.number;
  if (number === undefined) {
    throw new UsageError("No page of another origin asks for anything in this recording.");
  }
  const entry = recording.entries[number - 1];
  if (!entry)
    throw new UsageError(
      `The recording has ${recording.entries.length} entries; --entry takes 1 to that.`,
    );
  const given = givenOfEntry(entry, recording);
  return targetOf(given, flags, { recording, number }, listingOf(recording, number));
}

const listed = 20;

/** The requests of the recording that crossed origins, those that failed first. */
function listingOf(recording: Har, chosen: number): string {
  const choices = crossOriginEntries(recording);
  if (choices.length < 2) return "";
  const lines = choices.slice(0, listed).map(({ number, method, url, status, failed }) => {
    const mark = number === chosen ? "→" : failed ? "✗" : " ";
    return `  ${mark} ${String(number).padStart(4)}  ${method} ${printable(url, 90)}  ${status === 0 ? "failed" : status}`;
  });
  return `${choices.length} requests to other origins; --entry chooses another:\n${lines.join("\n")}\n\n`;
}
