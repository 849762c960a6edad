import type { HeaderList } from "./fetch/header-list.ts";

/** A request as it leaves the browser. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderList;
  readonly body: BodyInit | null;
  readonly signal: AbortSignal | null;
}

/**
 * Makes the `Request` the network is given, with headers such as `Origin` that only a browser may
 * set. Servers' runtimes keep them. A real browser, and workerd with unusual methods, do not take
 * them from a constructor. So method and headers are put in their place afterwards.
 */
export function wireRequest(message: WireRequest): Request {
  const url = new URL(message.url);
  url.username = "";
  url.password = "";
  url.hash = "";
  const headers = new Headers(
    message.headers.map(([name, value]): [string, string] => [name, value]),
  );
  const request = construct(url.href, message, headers);
  if (request.method !== message.method) {
    Object.defineProperty(request, "method", { value: message.method });
  }
  if ([...headers].some(([name, value]) => request.headers.get(name) !== value)) {
    Object.defineProperty(request, "headers", { value: headers });
  }
  return request;
}

function construct(url: string, message: WireRequest, headers: Headers): Request {
  const { method, body, signal } = message;
  const init = {
    headers,
    ...(body === null ? {} : { body, duplex: "half" }),
    ...(signal === null ? {} : { signal }),
    redirect: "manual" as const,
  };
  try {
    return new Request(url, { method, ...init });
  } catch {
    return new Request(url, { method: body === null ? "GET" : "POST", ...init });
  }
}
