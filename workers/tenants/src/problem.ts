const TITLES = {
  400: "Bad Request",
  401: "Unauthorized",
  404: "Not Found",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;

export type ProblemStatus = keyof typeof TITLES;

/** One thing that is wrong with a request's content. */
export interface ContentError {
  /** Where, as a JSON pointer in a fragment, such as `#/origins/0`. */
  readonly pointer: string;
  readonly detail: string;
}

/**
 * An error as JSON.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function problem(
  status: ProblemStatus,
  detail: string,
  { errors, headers }: { errors?: readonly ContentError[]; headers?: HeadersInit } = {},
): Response {
  const response = Response.json(
    { title: TITLES[status], status, detail, ...(errors && { errors }) },
    { status, ...(headers && { headers }) },
  );
  response.headers.set("content-type", "application/problem+json");
  response.headers.set("cache-control", "no-store");
  return response;
}
