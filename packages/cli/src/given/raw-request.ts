import { present, readCopiedHeaders, requestBehind } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";
import { headerLine } from "./header-block.ts";

const requestLine = /^([A-Za-z]+) (\S+?)(?: HTTP\/[\d.]+)?$/;
/** What a browser's Network tab shows above the headers, on one line or on two. */
const shownUrl = /^Request URL:?\s*(\S+)/im;
const shownMethod = /^Request Method:?\s*([A-Z]+)/im;

/** One request as far as its text tells. */
interface Raw {
  readonly method: string | undefined;
  /** Whether the text shows the method at all. @default false */
  readonly isGuess?: boolean;
  readonly target: string;
  readonly headers: readonly GivenHeader[];
  readonly body: string;
  readonly isPlain: boolean;
}

/**
 * Reads a request as it goes over the wire: its line, its headers, and its body behind an empty
 * line. `curl -v` marks these lines, and a Network tab names them.
 */
export function readRawRequest(text: string): Given | undefined {
  const plain = withVariables(text.replace(/\r/g, "").trim());
  const raw = ofVerbose(plain) ?? ofWire(plain) ?? ofNetworkTab(plain);
  return raw ? givenOf(raw) : ofResponse(plain);
}

/** A `.http` file names what its requests share: `@host = https://api.example.com`. */
function withVariables(text: string): string {
  const names = new Map(
    [...text.matchAll(/^@([\w-]+)\s*=\s*(\S+)$/gm)].map(([, name, value]) => [name, value]),
  );
  if (names.size === 0) return text;
  return text
    .replace(/^@.*\n/gm, "")
    .replace(/\{\{\s*([\w-]+)\s*\}\}/g, (all, name: string) => names.get(name) ?? all)
    .trim();
}

/** A response alone tells no one what was asked. */
function ofResponse(text: string): Given | undefined {
  if (!/^(?:< )?HTTP\/[\d.]+ \d{3}\b/.test(text)) return undefined;
  return {
    kind: "headers",
    notes: ["That is a response, which does not name its address. Give it with --url."],
  };
}

function givenOf({ method = "GET", target, headers, body, isPlain, isGuess }: Raw): Given {
  const host = headers.find(([name]) => /^(?:host|:authority)$/i.test(name))?.[1];
  const isWhole = /^https?:/i.test(target);
  const scheme = isPlain ? "http" : "https";
  const url = isWhole ? target : host === undefined ? undefined : `${scheme}://${host}${target}`;
  const isBodiless = body === "" || method === "GET" || method === "HEAD";
  return {
    kind: "headers",
    method,
    ...present("url", url),
    ...readCopiedHeaders(headers),
    ...(isBodiless ? {} : { body }),
    ...(isGuess === true ? { isPartial: true } : {}),
    notes:
      isGuess === true
        ? ["The method does not stand there. A GET is explained: name another with -X."]
        : [],
    ...requestBehind(method, headers),
  };
}

function ofWire(text: string): Raw | undefined {
  const [head = "", ...rest] = text.replace(/^(?:(?:#|\/\/).*\n+)+/, "").split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const [, method, target] = requestLine.exec(first.trim()) ?? [];
  if (method === undefined || target === undefined) return undefined;
  const isRequest = / HTTP\/[\d.]+$/.test(first.trim()) || /^https?:\/\//i.test(target);
  if (!isRequest) return undefined;
  return { method, target, headers: linesOf(lines), body: rest.join("\n\n"), isPlain: false };
}

/** `curl -v` marks what it sends by `>`, and says before where it connects to. */
function ofVerbose(text: string): Raw | undefined {
  // A tunnel through a proxy is asked for first.
  const requests = [...text.matchAll(/^> ?[A-Z]+ \S+ HTTP.*\n(?:>.*(?:\n|$))*/gm)].map(([lines]) =>
    lines.replace(/^> ?/gm, ""),
  );
  const wire = ofWire(requests.find((lines) => !lines.startsWith("CONNECT "))?.trim() ?? "");
  if (!wire || !/^[*<] /m.test(text)) return undefined;
  const isPlain =
    /\bport 80\b/.test(text) ||
    !/\b(?:TLS|SSL|ALPN|port 443\b)|^> CONNECT \S+:443\b|^> \S+ \S+ HTTP\/[23]/m.test(text);
  return { ...wire, isPlain };
}

function ofNetworkTab(text: string): Raw | undefined {
  const headers = linesOf(shownLines(text));
  const value = (name: string): string | undefined =>
    headers.find(([one]) => one.toLowerCase() === name)?.[1];
  const [, url] = shownUrl.exec(text) ?? [];
  const target = url ?? value(":path");
  const method = shownMethod.exec(text)?.[1] ?? value(":method");
  if (target === undefined || (method === undefined && url === undefined)) return undefined;
  // An address that fills a line looks like a header.
  const own = headers.filter(([name, text]) => !text.startsWith("//") && !ofTheTab.test(name));
  return {
    method,
    isGuess: method === undefined,
    target,
    headers: own,
    body: "",
    isPlain: value(":scheme") === "http",
  };
}

/** What the tab says beside the request's headers: its own words, and the response's headers. */
const ofTheTab =
  /^(?:request (?:url|method)|status code|remote address|referrer policy|server|date|age|allow|content-length|etag|expires|last-modified|location|set-cookie|transfer-encoding|vary|via|x-powered-by|www-authenticate|access-control-(?:allow|expose|max).*|alt-svc|cf-ray|strict-transport-security)$/i;

/** The request's own part, where the tab has parts; a name and its value may stand on two lines. */
function shownLines(text: string): readonly string[] {
  const [, own] =
    /^Request Headers\b[^\n]*\n([^]*?)(?:^Response Headers\b|$(?![^]))/im.exec(text) ?? [];
  if (own !== undefined && !/^:?[\w-]+:(?: |$)/m.test(own)) return inPairs(own.trim().split("\n"));
  const joined = (own ?? text).replaceAll(/^([\w-]+|[A-Z][\w ]+):\n(?![\w-]+:\n)/gm, "$1: ");
  return joined.split("\n");
}

/** Names and values, each on a line without a colon. */
function inPairs(lines: readonly string[]): readonly string[] {
  return lines.flatMap((name, index) =>
    index % 2 === 0 ? [`${name.trim()}: ${lines[index + 1]?.trim() ?? ""}`] : [],
  );
}

function linesOf(lines: readonly string[]): readonly GivenHeader[] {
  return lines.flatMap((line): readonly GivenHeader[] => {
    const [, name, value] = headerLine.exec(line.trim()) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}
