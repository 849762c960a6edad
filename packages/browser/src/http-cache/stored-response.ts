import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { HostHeaders, HostResponse } from "../host-types.ts";
import { isNullBodyStatus, isOkStatus } from "../fetch/status.ts";
import type { CacheRules } from "./rules.ts";
import type { Initiator } from "../request/page-request.ts";

/** Whose request filled the cache. */
export interface Filler {
  readonly initiator: Initiator;
  /** The `Origin` that the server was told; undefined for none. */
  readonly origin: string | undefined;
}

/** A response that the browser may use again. */
export interface StoredResponse {
  readonly url: string;
  readonly filler: Filler;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HostHeaders;
  readonly body: HostResponse | undefined;
  readonly receivedAt: number;
  /** The request's own headers, of which `Vary` names some. */
  readonly asked: HeaderList;
}

/**
 * Whether `Vary` lets a request have a stored response.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-calculating-cache-keys-with
 */
export function fitsVary({ headers, asked }: StoredResponse, request: HeaderList): boolean {
  const names = (headers.get("vary") ?? "").split(",").map((name) => name.trim().toLowerCase());
  return names.every(
    (name) => name !== "*" && (name === "" || getHeader(asked, name) === getHeader(request, name)),
  );
}

/** The lines that ask whether a stored response still holds. */
export function conditionsOf(
  { status, headers }: StoredResponse,
  withDate: boolean,
  { validatesSuccesses }: CacheRules,
): HeaderList {
  if (!(validatesSuccesses ? isOkStatus(status) : status === 200)) return [];
  const etag = headers.get("etag");
  const modified = withDate ? headers.get("last-modified") : null;
  return [
    ...(etag === null ? [] : [["if-none-match", etag] as const]),
    ...(modified === null ? [] : [["if-modified-since", modified] as const]),
  ];
}

/** What a 304 makes of a stored response. */
export function refreshed(
  stored: StoredResponse,
  { headers }: HostResponse,
  asked: HeaderList,
  receivedAt: number,
): StoredResponse {
  const merged = new Headers([...stored.headers]);
  for (const [name, value] of headers) if (name !== "content-length") merged.set(name, value);
  return { ...stored, headers: merged, asked, receivedAt };
}

/** Makes a response for one reader. */
export function copyOf({ status, statusText, headers, body }: StoredResponse): HostResponse {
  const content = isNullBodyStatus(status) ? null : (body?.clone().body ?? null);
  return new Response(content as BodyInit | null, { status, statusText, headers: [...headers] });
}
