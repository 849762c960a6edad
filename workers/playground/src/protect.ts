import type { Env } from "./env.ts";

/** The page's own answers run its own script, speak to the API alone, and are for nobody else. */
export function protect(response: Response, env: Env): Response {
  const copy = new Response(response.body, response);
  copy.headers.set("content-security-policy", contentSecurityPolicy(env));
  copy.headers.set("cross-origin-opener-policy", "same-origin");
  copy.headers.set("cross-origin-resource-policy", "same-origin");
  copy.headers.set("referrer-policy", "no-referrer");
  copy.headers.set("x-content-type-options", "nosniff");
  return copy;
}

function contentSecurityPolicy({ API_ORIGIN }: Env): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src data:",
    `connect-src 'self' ${API_ORIGIN}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}
