import { CorsBlockedError } from "../cors-blocked-error.ts";
import { fetchForPage } from "../fetch-algorithm.ts";
import type { HostBody, HostHeaders } from "../host-types.ts";
import { createPageRequest } from "../request/create-request.ts";
import type { PageRequestInit } from "../request/init.ts";
import { headerLines } from "../request/read-headers.ts";
import type { PageContext } from "./page-context.ts";
import { openedUrl } from "./xhr-open.ts";
import { failedUpload, uploaded } from "./upload-events.ts";

/** What a script does with an `XMLHttpRequest` before it sends it. */
export interface XhrOptions {
  /**
   * Sets the method.
   *
   * @default "GET"
   */
  readonly method?: string | undefined;
  /** Sets the headers that the script adds. */
  readonly headers?: PageRequestInit["headers"];
  /** Sets the body. */
  readonly body?: HostBody | null | undefined;
  /**
   * Says whether cookies go to another origin.
   *
   * Permitted:
   * - `false`: to the page's own origin alone
   * - `true`: to every origin
   *
   * @default false
   * @example A request with cookies
   * ```ts
   * const page = createBrowser({ network: () => new Response("hello") }).open("https://myapp.com");
   * await page.xhr("https://api.example.com/", { withCredentials: true });
   * ```
   */
  readonly withCredentials?: boolean | undefined;
  /**
   * Says whether something listens on `xhr.upload`.
   *
   * Permitted:
   * - `false`: nothing does
   * - `true`: the browser sends a preflight, even for a simple request
   *
   * @default false
   * @example A form with a progress bar
   * ```ts
   * const page = createBrowser({ network: () => new Response("hello") }).open("https://myapp.com");
   * await page.xhr("https://api.example.com/", { method: "POST", uploadListener: true });
   * ```
   */
  readonly uploadListener?: boolean | undefined;
  /**
   * Sets the milliseconds after which it gives up; `0` means never.
   *
   * @default 0
   */
  readonly timeout?: number | undefined;
}

/** What an `XMLHttpRequest` has come to. */
export interface XhrResult {
  /** The event before `loadend`. */
  readonly event: "load" | "error" | "timeout";
  /** All its events in order; those of the upload begin with `upload `. */
  readonly events: readonly string[];
  /** 0 where it failed. */
  readonly status: number;
  readonly responseText: string;
  /** The headers `getAllResponseHeaders` gives. */
  readonly headers: HostHeaders;
  /** Why, after `error`. */
  readonly error: CorsBlockedError | undefined;
}

/**
 * Sends an `XMLHttpRequest`.
 *
 * @returns the outcome, even of a request that failed
 * @throws DOMException where `open` or `setRequestHeader` throw
 * @see https://xhr.spec.whatwg.org/#the-send()-method
 */
export async function xhr(url: string, options: XhrOptions, page: PageContext): Promise<XhrResult> {
  const { method = "GET", headers, body, withCredentials, uploadListener = false } = options;
  const { timeout = 0 } = options;
  const lines = headerLines(headers);
  const target = openedUrl(method, url, lines, page.client.url);
  const isBodyless = /^(?:GET|HEAD)$/i.test(method);
  const abort = new AbortController();
  const init: PageRequestInit = {
    method,
    headers: lines,
    body: isBodyless ? undefined : body,
    credentials: withCredentials === true ? "include" : "same-origin",
    uploadListener,
    signal: abort.signal,
  };
  const context = { ...page, id: page.nextId() };
  const request = await createPageRequest(target, init, context);
  const timer = timeout > 0 ? setTimeout(() => abort.abort(), timeout) : undefined;
  const before = page.transport.exchanges.length;
  const uploads = request.body !== null && uploadListener;
  const sent = uploads ? ["upload loadstart"] : [];
  try {
    const response = await fetchForPage(request, page.transport);
    const responseText = await response.text();
    const done = uploads ? uploaded(page.transport.exchanges.slice(before), page) : [];
    const events = ["loadstart", ...sent, ...done, "progress", "load", "loadend"];
    const { status, headers: visible } = response;
    return { event: "load", events, status, responseText, headers: visible, error: undefined };
  } catch (error) {
    const blocked = error instanceof CorsBlockedError ? error : undefined;
    if (!abort.signal.aborted && !blocked) throw error;
    const event = abort.signal.aborted ? "timeout" : "error";
    const exchanges = page.transport.exchanges.slice(before);
    const ended = uploadListener ? failedUpload(event, request, exchanges, page) : [];
    return failed(event, ["loadstart", ...sent, ...ended, event, "loadend"], blocked);
  } finally {
    clearTimeout(timer);
  }
}

function failed(
  event: "error" | "timeout",
  events: readonly string[],
  error: CorsBlockedError | undefined,
): XhrResult {
  return { event, events, status: 0, responseText: "", headers: new Headers(), error };
}
