import type { PageRequestInit } from "@crossgate/browser";
import type { CorsOptions } from "@crossgate/core";
import type { CaseRequest } from "../case.ts";
import { DEFAULT_URL } from "../request.ts";

/** What a page does so that its browser sends the request of a case. */
export interface PageRequest {
  readonly origin: string;
  readonly url: string;
  readonly init: PageRequestInit;
}

const SAFELISTED = ["GET", "HEAD", "POST"];
/** On no safelist under any name, so that the browser has to ask for the header. */
const UNSAFE_VALUE = '"1"';

/** The `fetch` that would cause a request, or the reason why none does. */
export function pageRequestFor(request: CaseRequest, options: CorsOptions): PageRequest | string {
  const { url = DEFAULT_URL, method = "GET" } = request;
  const origin = headerOf(request, "origin");
  if (origin === undefined) return "no Origin: no one's page asks";
  const credentials = options.credentials === true ? "include" : "same-origin";
  // A response is checked by itself, and not by where it leads to.
  const init: PageRequestInit = { credentials, redirect: "manual" };
  if (!isPreflight(request)) {
    const own = (request.headers ?? []).filter(([name]) => name !== "origin");
    const headers = own.map(([name, value]): [string, string] => [name, value]);
    return { origin, url, init: { ...init, method, headers } };
  }
  const asked = headerOf(request, "access-control-request-method") ?? "";
  const names = headerOf(request, "access-control-request-headers")?.split(",") ?? [];
  const headers = names.map((name): [string, string] => [name, UNSAFE_VALUE]);
  const isForced = headers.length === 0 && SAFELISTED.includes(asked);
  const forced = isForced ? { uploadListener: true } : {};
  return { origin, url, init: { ...init, method: asked, headers, ...forced } };
}

/** Whether the browser asks on its own account, before it sends what the page wants. */
export function isPreflight(request: CaseRequest): boolean {
  const asked = headerOf(request, "access-control-request-method") !== undefined;
  return request.method === "OPTIONS" && asked;
}

export function headerOf({ headers = [] }: CaseRequest, wanted: string): string | undefined {
  const values = headers.filter(([name]) => name === wanted).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(", ");
}
