/** An error that React or Next has marked. */
interface Digested {
  readonly digest: string;
}

/** `redirect` and `permanentRedirect`: the kind of navigation, the URL, the status. */
const REDIRECT = /^NEXT_REDIRECT;(?:replace|push);(.+);(303|307|308);$/s;
/** `notFound`, `forbidden` and `unauthorized`. */
const HTTP_FALLBACK = /^NEXT_HTTP_ERROR_FALLBACK;(401|403|404)$/;
/** Next marks errors of the application that cross `"use cache"` with their hash. */
const HASH = /^\d/;

/**
 * Whether something thrown is Next's way to change the course of a request. It recognises such
 * errors by their `digest`, the one thing that all of them have.
 *
 * @see https://nextjs.org/docs/app/api-reference/functions/unstable_rethrow
 */
export function isControlFlow(error: unknown): error is Digested {
  const { digest } = (error ?? {}) as Partial<Digested>;
  return typeof digest === "string" && !HASH.test(digest);
}

/**
 * The response that Next makes of a redirect or an HTTP fallback in a route handler. Next adds the
 * cookies that the handler has set, as it does to any response.
 *
 * @returns `undefined` for what Next makes no response of
 */
export function responseOf({ digest }: Digested, request: Request): Response | undefined {
  const redirect = REDIRECT.exec(digest);
  if (redirect) {
    const [, location = "", status] = redirect;
    return new Response(null, {
      status: isServerAction(request) ? 303 : Number(status),
      headers: { location },
    });
  }
  const fallback = HTTP_FALLBACK.exec(digest);
  return fallback ? new Response(null, { status: Number(fallback[1]) }) : undefined;
}

/** What Next takes for a form's action, and redirects so that the browser does not post it again. */
function isServerAction({ method, headers }: Request): boolean {
  if (method !== "POST") return false;
  const type = headers.get("content-type");
  return (
    headers.has("next-action") ||
    type === "application/x-www-form-urlencoded" ||
    type?.startsWith("multipart/form-data") === true
  );
}
