/** One request of a page's script. */
export interface SessionRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const JSON_BODY = { "content-type": "application/json" };
const TOKEN = { authorization: "Bearer token" };
const TRACE = { "x-request-id": "1" };
const VERSION = { "if-match": '"1"' };

/**
 * Twenty requests as an application sends them to four resources of its API. They read, search,
 * write, change and delete, now with a token, now with a trace or a version. None is a simple
 * request. The two with `If-Match` are preflighted whatever a browser caches: a conditional request
 * asks it not to.
 */
export const SESSION: readonly SessionRequest[] = [
  { method: "GET", path: "/profile", headers: TOKEN },
  { method: "GET", path: "/items", headers: TOKEN },
  { method: "GET", path: "/items", headers: TOKEN },
  { method: "POST", path: "/items", headers: { ...TOKEN, ...JSON_BODY } },
  { method: "GET", path: "/items/1", headers: TOKEN },
  { method: "PUT", path: "/items/1", headers: { ...TOKEN, ...JSON_BODY } },
  { method: "PATCH", path: "/items/1", headers: { ...TOKEN, ...JSON_BODY, ...VERSION } },
  { method: "GET", path: "/items/1", headers: { ...TOKEN, ...TRACE } },
  { method: "POST", path: "/search", headers: JSON_BODY },
  { method: "POST", path: "/search", headers: { ...JSON_BODY, ...TOKEN } },
  { method: "GET", path: "/items", headers: { ...TOKEN, "accept-version": "2" } },
  { method: "POST", path: "/items", headers: { ...TOKEN, ...JSON_BODY, "idempotency-key": "1" } },
  { method: "DELETE", path: "/items/1", headers: { ...TOKEN, ...VERSION } },
  { method: "GET", path: "/profile", headers: { ...TOKEN, ...TRACE } },
  { method: "PATCH", path: "/profile", headers: { ...TOKEN, ...JSON_BODY } },
  { method: "PUT", path: "/profile", headers: { ...TOKEN, ...JSON_BODY } },
  { method: "POST", path: "/search", headers: { ...JSON_BODY, ...TOKEN, ...TRACE } },
  { method: "POST", path: "/search", headers: { ...JSON_BODY, "accept-version": "2" } },
  { method: "GET", path: "/items", headers: TOKEN },
  { method: "DELETE", path: "/items", headers: TOKEN },
];
