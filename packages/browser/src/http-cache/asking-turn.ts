import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import { isRedirectStatus } from "../fetch/status.ts";
import type { HostResponse } from "../host-types.ts";
import { currentUrl } from "../request/page-request.ts";
import { parseCacheControl } from "./cache-control.ts";
import type { CacheTurn } from "./cache-turn.ts";
import { keyOf } from "./key.ts";
import type { Found } from "./look-up.ts";
import type { ResponseStore } from "./response-store.ts";
import type { CacheRules } from "./rules.ts";
import { conditionsOf, copyOf, refreshed } from "./stored-response.ts";

/** A request that goes to the network, and what becomes of its response. */
export class AskingTurn implements CacheTurn {
  state: CacheTurn["state"] = "";
  filler: CacheTurn["filler"] = undefined;
  readonly conditions: HeaderList;
  readonly #store: ResponseStore;
  readonly #found: Found;
  readonly #now: number;
  #status = 0;

  constructor(store: ResponseStore, found: Found, now: number) {
    const { nearest, match } = found;
    this.conditions = nearest ? conditionsOf(nearest, nearest === match, found.rules) : [];
    this.#store = store;
    this.#found = found;
    this.#now = now;
  }

  async respond(send: () => HostResponse | Promise<HostResponse>): Promise<HostResponse> {
    const response = await send();
    this.#status = response.status;
    const { key, request, rules } = this.#found;
    if (key === undefined) return response;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead) this.#invalidate(response);
    else if (this.conditions.length > 0 && response.status === 304)
      return this.#validate(key, response);
    else if (request.method === "GET" || rules.splitsHead) this.#keep(key, response);
    else if (this.#found.nearest) this.#store.drop(key);
    return response;
  }

  cut(): void {
    const { key, request, rules } = this.#found;
    const isNew = this.state === "" && request.method === "GET";
    const kind = isRedirectStatus(this.#status) ? "redirects" : "others";
    if (key !== undefined && isNew && rules.dropsBlocked === kind) this.#store.drop(key);
  }

  #validate(key: string, response: HostResponse): HostResponse {
    const { nearest, match, headers, rules } = this.#found;
    if (!nearest) return response;
    const updated = refreshed(nearest, response, headers, this.#now);
    this.#store.put(key, updated, match, !rules.keepsVariants);
    this.state = "validated";
    this.filler = nearest.filler;
    return copyOf(updated);
  }

  /** @see https://www.rfc-editor.org/rfc/rfc9111#name-invalidating-stored-respons */
  #invalidate({ status }: HostResponse): void {
    const { request, rules } = this.#found;
    const isDone = rules.errorsInvalidate || (status >= 200 && status <= 399);
    // What scripts have of another site stays.
    const key = keyOf(request, { ...rules, splitsForeignScripts: false });
    if (key !== undefined && isDone && mayChange(request.method, rules)) this.#store.drop(key);
  }

  /** @see https://www.rfc-editor.org/rfc/rfc9111#name-storing-responses-in-caches */
  #keep(key: string, response: HostResponse): void {
    const { request, headers, match, rules, mode } = this.#found;
    const { status, statusText } = response;
    if (mode === "reload" && !rules.keepsVariants) this.#store.drop(key);
    const directives = parseCacheControl(response.headers.get("cache-control"));
    if (directives.has("no-store") || isUnstored(status, rules)) {
      this.#store.drop(key);
      return;
    }
    const entry = {
      url: currentUrl(request).href,
      filler: { initiator: request.initiator, origin: getHeader(headers, "origin") },
      status,
      statusText,
      headers: new Headers([...response.headers]),
      body: response.body === null ? undefined : response.clone(),
      receivedAt: this.#now,
      asked: headers,
    };
    this.#store.put(key, entry, match, !rules.keepsVariants);
  }
}

const safe: readonly string[] = ["GET", "HEAD", "OPTIONS", "TRACE"];

/** Whether the method may change what a URL stands for. */
function mayChange(method: string, { invalidatedBy }: CacheRules): boolean {
  return invalidatedBy === "unsafe" ? !safe.includes(method) : invalidatedBy.includes(method);
}

function isUnstored(status: number, { unstoredStatuses }: CacheRules): boolean {
  return status < 200 || status > 599 || unstoredStatuses.includes(status);
}
