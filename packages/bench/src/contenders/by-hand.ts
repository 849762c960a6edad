import { application } from "../application.ts";
import { ORIGINS } from "../policy.ts";

const ALLOWED: ReadonlySet<string> = new Set(ORIGINS);

/** What a careful author writes for this one policy, and no other. */
export function byHand(request: Request): Response {
  const origin = request.headers.get("origin");
  if (isPreflight(request, origin)) return answerPreflight(origin);
  const response = application();
  setHeaders(response.headers, origin);
  return response;
}

export function isPreflight({ method, headers }: Request, origin: string | null): origin is string {
  return origin !== null && method === "OPTIONS" && headers.has("access-control-request-method");
}

export function setHeaders(headers: Headers, origin: string | null): void {
  if (origin !== null && ALLOWED.has(origin)) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-credentials", "true");
  }
  headers.append("vary", "Origin");
}

export function answerPreflight(origin: string): Response {
  if (!ALLOWED.has(origin)) {
    return new Response("Forbidden\n", {
      status: 403,
      headers: { "cache-control": "no-store", vary: "Origin" },
    });
  }
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "GET,POST,PUT,DELETE",
      "access-control-allow-headers": "content-type,authorization",
      "access-control-max-age": "7200",
      vary: "Origin",
    },
  });
}
