const URL_OF_API = "https://api.myapp.com/data";
const ORIGIN = "https://admin.myapp.com";
const STRANGER = "https://admin.myapp.com.example";

/** The status of a response, and every header of it that has to do with CORS. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

export type LoadName =
  | "actual, allowed"
  | "actual, denied"
  | "without Origin"
  | "preflight, allowed"
  | "preflight, denied";

/** One request, sent over and over, and the response that the policy gives it. */
export interface Load extends Answer {
  readonly name: LoadName;
  readonly request: Request;
}

export function actual(origin?: string): Request {
  return new Request(URL_OF_API, origin === undefined ? {} : { headers: { origin } });
}

export function preflight(origin: string, requestHeaders = "content-type"): Request {
  return new Request(URL_OF_API, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "PUT",
      "access-control-request-headers": requestHeaders,
    },
  });
}

const DENIED = { vary: "origin" };

export const LOADS: readonly Load[] = [
  {
    name: "actual, allowed",
    request: actual(ORIGIN),
    status: 200,
    headers: {
      "access-control-allow-credentials": "true",
      "access-control-allow-origin": ORIGIN,
      vary: "origin",
    },
  },
  { name: "actual, denied", request: actual(STRANGER), status: 200, headers: DENIED },
  { name: "without Origin", request: actual(), status: 200, headers: DENIED },
  {
    name: "preflight, allowed",
    request: preflight(ORIGIN),
    status: 204,
    headers: {
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "content-type,authorization",
      "access-control-allow-methods": "get,post,put,delete",
      "access-control-allow-origin": ORIGIN,
      "access-control-max-age": "7200",
      vary: "origin",
    },
  },
  { name: "preflight, denied", request: preflight(STRANGER), status: 403, headers: DENIED },
];
