/** A response without what was asked for, in one line, that no cache keeps. */
export function refuse(
  status: 404 | 405 | 412 | 416 | 503,
  line: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${line}\n`, {
    status,
    headers: {
      ...headers,
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
    },
  });
}
