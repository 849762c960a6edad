import type { Profile } from "@crossgate/browser";

/** One header of a recording. */
export interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** One exchange of a recording, as far as CORS needs it. */
export interface HarEntry {
  /** How the page asked, in Chromium's words. */
  readonly resourceType: string | undefined;
  /** The script or the page that asked, where the recording tells. */
  readonly initiator: string | undefined;
  /** The recording's name of the page. */
  readonly page: string | undefined;
  readonly address: string | undefined;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly HarHeader[];
    readonly body: string | undefined;
  };
  readonly response: {
    /** 0 where there was no response, or none that the browser recorded. */
    readonly status: number;
    readonly statusText: string;
    readonly headers: readonly HarHeader[];
    readonly text: string;
    readonly encoding: string | undefined;
    /** The browser's name of what went wrong. */
    readonly error: string | undefined;
  };
}

/** A recording of a browser's Network tab, or of a program that keeps the same format. */
export interface Har {
  readonly entries: readonly HarEntry[];
  /** URLs of pages by their name in the recording. */
  readonly pages: ReadonlyMap<string, string>;
  /** The engine that recorded it; undefined for other programs. */
  readonly profile: Profile | undefined;
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads a HAR file. Programs leave out what the format wants, and write what it has no place for:
 * what cannot be read counts as missing.
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
  const log = loose(loose(value)["log"]);
  if (!Array.isArray(log["entries"])) return undefined;
  return {
    entries: log["entries"].flatMap((entry) => entryOf(loose(entry)) ?? []),
    pages: pagesOf(log["pages"]),
    profile: profileOf(`${nameOf(log["browser"])} ${nameOf(log["creator"])}`),
  };
}

function entryOf(entry: Loose): HarEntry | undefined {
  const request = loose(entry["request"]);
  const response = loose(entry["response"]);
  const content = loose(response["content"]);
  const initiator = loose(entry["_initiator"]);
  const url = textOf(request["url"]);
  if (url === undefined || !URL.canParse(url)) return undefined;
  return {
    resourceType: textOf(entry["_resourceType"]),
    initiator: textOf(initiator["url"]) ?? callerOf(initiator["stack"]),
    page: textOf(entry["pageref"]),
    address: textOf(entry["serverIPAddress"])?.replace(/^\[|\]$/g, ""),
    request: {
      method: textOf(request["method"])?.trim() || "GET",
      url,
      headers: headersOf(request["headers"]),
      body: bodyOf(loose(request["postData"])),
    },
    response: {
      status: Math.trunc(Number(response["status"])) || 0,
      statusText: textOf(response["statusText"]) ?? "",
      headers: headersOf(response["headers"]),
      text: textOf(content["text"]) ?? "",
      encoding: textOf(content["encoding"]),
      error: textOf(response["_error"]) ?? textOf(entry["_error"]),
    },
  };
}

function loose(value: unknown): Loose {
  return typeof value === "object" && value !== null ? (value as Loose) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A list of names and values, or an object of them; what is no header is left out. */
function headersOf(value: unknown): readonly HarHeader[] {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value.map((each) => [loose(each)["name"], loose(each)["value"]] as const)
    : Object.entries(loose(value));
  return pairs.flatMap(([name, given]): readonly HarHeader[] => {
    const isHeader = typeof name === "string" && /^:?[\w!#$%&'*+.^`|~-]+$/.test(name);
    const isValue = typeof given === "string" || typeof given === "number";
    return isHeader && isValue ? [{ name, value: plain(String(given)) }] : [];
  });
}

/** DevTools joins lines of one name by a line feed; nothing else of the kind is in a header. */
function plain(value: string): string {
  // oxlint-disable-next-line no-control-regex -- a header has none of these
  return value.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "").replace(/[^\0-\xff]/g, "?");
}

/** The text, or the fields of a form. */
function bodyOf(data: Loose): string | undefined {
  const text = textOf(data["text"]);
  const fields = data["params"];
  const isForm = /x-www-form-urlencoded/i.test(textOf(data["mimeType"]) ?? "");
  if (text !== undefined || !isForm || !Array.isArray(fields)) return text;
  const pairs = fields.map((field) => [
    textOf(loose(field)["name"]) ?? "",
    textOf(loose(field)["value"]) ?? "",
  ]);
  return new URLSearchParams(pairs).toString();
}

function callerOf(stack: unknown): string | undefined {
  const frames = loose(stack)["callFrames"];
  return Array.isArray(frames) ? textOf(loose(frames.at(-1))["url"]) : undefined;
}

/** Chromium and Safari call a page by its URL. */
function pagesOf(value: unknown): Har["pages"] {
  const pages = Array.isArray(value) ? value.map(loose) : [];
  return new Map(
    pages.flatMap(({ id, title }) =>
      typeof id === "string" && typeof title === "string" && URL.canParse(title)
        ? [[id, title]]
        : [],
    ),
  );
}

function nameOf(value: unknown): string {
  return textOf(loose(value)["name"]) ?? "";
}

function profileOf(names: string): Profile | undefined {
  if (/firefox/i.test(names)) return "firefox";
  if (/webkit|safari/i.test(names)) return "webkit";
  return /webinspector|chrom|edge/i.test(names) ? "chromium" : undefined;
}
