const TITLES = {
  400: "Bad Request",
  405: "Method Not Allowed",
  500: "Internal Server Error",
  502: "Bad Gateway",
  504: "Gateway Timeout",
} as const;

/**
 * The gateway's own response, in a form that scripts can read.
 *
 * @param detail a constant sentence: what an error says is for the log alone
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function problem(status: keyof typeof TITLES, detail: string): Response {
  return Response.json(
    { title: TITLES[status], status, detail },
    {
      status,
      headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  );
}
