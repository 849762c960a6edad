import type { Env } from "./env.ts";

/** The page runs its own script alone, speaks to the demonstration alone, and stands in no frame. */
export function protectPage(response: Response, { API_ORIGIN }: Env): Response {
  return protect(response, [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src data:",
    `connect-src 'self' ${API_ORIGIN}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ]);
}

/**
 * The frame is the page with an opaque origin, so that a visitor can see what `null` gets. It can do
 * nothing but run its script and ask the demonstration, and only the page may hold it. `'self'` is
 * not said, because not every browser agrees on who a document without an origin is.
 */
export function protectFrame(response: Response, { API_ORIGIN, PAGE_ORIGIN }: Env): Response {
  const copy = protect(response, [
    "default-src 'none'",
    `script-src ${PAGE_ORIGIN}`,
    `connect-src ${PAGE_ORIGIN} ${API_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${PAGE_ORIGIN}`,
    "sandbox allow-scripts",
    "require-trusted-types-for 'script'",
  ]);
  // To a document without an origin even the page's own script is foreign.
  copy.headers.set("cross-origin-resource-policy", "cross-origin");
  return copy;
}

/** What visitors chose is data: never a document with a script, a form or a frame. */
export function protectAnswer(response: Response): Response {
  return protect(response, ["default-src 'none'", "frame-ancestors 'none'", "sandbox"]);
}

function protect(response: Response, policy: readonly string[]): Response {
  const copy = new Response(response.body, response);
  copy.headers.set("content-security-policy", policy.join("; "));
  copy.headers.set("cross-origin-opener-policy", "same-origin");
  copy.headers.set("cross-origin-resource-policy", "same-origin");
  copy.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
  copy.headers.set("referrer-policy", "no-referrer");
  copy.headers.set("x-content-type-options", "nosniff");
  return copy;
}
