import type { AskedAs } from "../given/given.ts";
import { isLocalHost } from "../cause/address-space.ts";
import type { Asked } from "../cause/evidence.ts";
import { readAnyUrl, readOrigin } from "../read-url.ts";
import { UsageError } from "../usage-error.ts";
import type { Scene } from "./play.ts";
import type { Question } from "./report.ts";

const defaultOrigin = "https://example.com";
/** For a server of this machine, which a page of the internet may not simply ask. */
const localOrigin = "http://localhost:3000";
/** What an element asks for without CORS, unless it has the attribute `crossorigin`. */
const withoutCors: readonly AskedAs[] = ["image", "script", "style", "media"];
/** What always asks with CORS, and for cookies of the page's site only. */
const anonymous: readonly AskedAs[] = ["font", "module", "manifest"];

/** Reads a question strictly: a typing error must not look like a CORS problem. */
export function readScene(question: Question): Scene {
  const url = addressOf(question);
  const given = originGiven(question) ?? originFor(url);
  const isFile = /^file:/i.test(given);
  const asked: Asked = {
    url: url.href,
    origin: isFile ? "null" : readOrigin(given),
    isFile,
    profile: question.profile ?? "chromium",
    as: question.as ?? "fetch",
    ...modeOf(question),
    method: question.method ?? (question.body === undefined ? "GET" : "POST"),
    headers: headersOf(question),
    isSchemeless: question.isSchemeless,
    outlivingBytes: outlivingBytesOf(question),
  };
  return {
    asked,
    body: question.body,
    redirect: question.redirect,
    uploadProgress: question.uploadProgress ?? false,
    crossorigin: question.crossorigin,
    embedderPolicy: question.embedderPolicy,
  };
}

/** `-H 'origin: …'` is what a browser sets: it names the page. */
function originGiven({ origin, headers = [] }: Question): string | undefined {
  const typed = headers.find(([name]) => name.toLowerCase() === "origin")?.[1];
  return origin ?? typed;
}

/** A page that no one named: on another origin than the server, and as near to it. */
function originFor(url: URL): string {
  if (!isLocalHost(url.hostname)) return defaultOrigin;
  return url.origin === localOrigin ? "http://localhost:3001" : localOrigin;
}

/** A WebSocket of an `http:` address goes to the same one of `ws:`. */
function addressOf({ url, as }: Question): URL {
  const address = readAnyUrl(url);
  if (as === "websocket") address.protocol = address.protocol.replace(/^http/, "ws");
  return address;
}

function headersOf({ headers = [], as }: Question): Asked["headers"] {
  // Of a beacon the type is that of its Blob.
  if (as === "beacon") return headers.filter(([name]) => /^content-type$/i.test(name));
  if (as !== undefined && as !== "fetch" && as !== "xhr" && headers.length > 0) return [];
  return headers.filter(([name]) => name.toLowerCase() !== "origin");
}

/** The mode and the credentials of each way to ask. */
function modeOf(question: Question): Pick<Asked, "mode" | "credentials"> {
  const { as = "fetch", crossorigin, credentials, mode } = question;
  if (as === "beacon") return { mode: mode ?? "cors", credentials: credentials ?? "include" };
  if (as === "eventsource" || anonymous.includes(as)) {
    const include = crossorigin === "use-credentials" || credentials === "include";
    return { mode: "cors", credentials: include ? "include" : "same-origin" };
  }
  if (!withoutCors.includes(as))
    return { mode: mode ?? "cors", credentials: credentials ?? "same-origin" };
  if (crossorigin === undefined)
    return { mode: mode ?? "no-cors", credentials: credentials ?? "include" };
  return {
    mode: "cors",
    credentials: crossorigin === "use-credentials" ? "include" : "same-origin",
  };
}

/** A beacon always outlives its page. Of a form the size is not known before it is sent. */
function outlivingBytesOf({ as, body, keepalive }: Question): number | undefined {
  if (as !== "beacon" && keepalive !== true) return undefined;
  return typeof body === "string" ? Buffer.byteLength(body) : undefined;
}

/** What a script could not ask at all. */
export function assertAskable({ asked, body }: Scene): void {
  const isBodiless = asked.method === "GET" || asked.method === "HEAD";
  if (isBodiless && body !== undefined) {
    throw new UsageError(
      `A ${asked.method} has no body: leave the data out, or name another method with -X.`,
    );
  }
}
