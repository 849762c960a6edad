const URL_OF_API = "https://api.myapp.com/data";
const ORIGIN = "https://admin.myapp.com";

/** One request, sent over and over, and the answer that the policy gives it. */
export interface Load {
  readonly name: string;
  readonly request: Request;
  readonly status: number;
  /** Every header that has to do with CORS. */
  readonly headers: Readonly<Record<string, string>>;
}

export const LOADS: readonly Load[] = [
  {
    name: "allowed GET",
    request: new Request(URL_OF_API, { headers: { origin: ORIGIN } }),
    status: 200,
    headers: {
      "access-control-allow-credentials": "true",
      "access-control-allow-origin": ORIGIN,
      vary: "origin",
    },
  },
  {
    name: "preflight",
    request: new Request(URL_OF_API, {
      method: "OPTIONS",
      headers: {
        origin: ORIGIN,
        "access-control-request-method": "PUT",
        "access-control-request-headers": "content-type",
      },
    }),
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
];
