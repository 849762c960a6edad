import type { Dumps } from "../dump-wire.ts";

/** A public question, rebuilt: what its author saw, and what the accepted answer comes to. */
export interface QuestionCase {
  readonly name: string;
  /** The console line, a call or a command, as its author had it. */
  readonly text: string;
  readonly dumps: Dumps;
  readonly cause: string;
  /** The first cure's product. */
  readonly product?: string;
  readonly audience?: string;
  /** What the first cure says. */
  readonly cure?: RegExp;
  /** What the cause says. */
  readonly says?: RegExp;
  /** What no cure may say. */
  readonly never?: RegExp;
}

/** The page and the API of those questions that name no others. */
export const page = "https://app.example.com";
export const url = "https://api.example.com/v1/items";

export const plain = "content-type: text/plain; charset=utf-8";
export const html = "content-type: text/html";

/** An answer to a preflight that lets a page send what it asked about. */
export function granted(origin: string): string {
  return `HTTP/1.1 204 No Content\naccess-control-allow-origin: ${origin}\naccess-control-allow-methods: GET, POST, PUT, DELETE\naccess-control-allow-headers: content-type, authorization\nvary: Origin\n\n`;
}

/** Chromium's line for a request of a page. */
export function chromium(url: string, page: string, reason: string, kind = "fetch"): string {
  return `Access to ${kind} at '${url}' from origin '${page}' has been blocked by CORS policy: ${reason}`;
}

export const noHeader =
  "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
export const preflightNoHeader = `Response to preflight request doesn't pass access control check: ${noHeader}`;
export const notOk =
  "Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";

/** A call of fetch that asks first. */
export function put(
  url: string,
  page: string,
  headers = '"content-type": "application/json"',
): string {
  return `fetch("${url}", { "headers": { ${headers}, "Referer": "${page}/" }, "body": "{}", "method": "PUT" });`;
}
