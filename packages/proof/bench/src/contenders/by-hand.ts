import type { Handler } from "../contender.ts";
import { ORIGINS } from "../policy.ts";

const ALLOWED: ReadonlySet<string> = new Set(ORIGINS);

/** What a careful author writes for this one policy, and no other. */
export function byHand(answer: () => Response): Handler {
  return (request) => {
    const origin = request.headers.get("origin");
    if (isPreflight(request, origin)) return answerPreflight(origin);
    const response = answer();
    setHeaders(response.headers, origin);
    return response;
  };
}

/** The same by an author who has read what else the handler may have said: R3, R4 and R6. */
export function byHandWithCare(answer: () => Response): Handler {
  return (request) => {
    const origin = request.headers.get("origin");
    if (isPreflight(request, origin)) return answerPreflight(origin);
    return setHeadersWithCare(answer(), origin);
  };
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

/**
 * One look at the headers, in the way that is cheapest on every runtime, and the same three
 * written. A response that has something does more, which no load here asks for.
 */
export function setHeadersWithCare(response: Response, origin: string | null): Response {
  let isUntouched = true;
  response.headers.forEach((_, name) => {
    if (name === "vary" || name.startsWith("access-control-")) isUntouched = false;
  });
  const answer = isUntouched ? response : withoutCors(response);
  appendHeaders(answer.headers, origin);
  return answer;
}

/** Where none of them is there, appending is cheaper than setting. */
function appendHeaders(headers: Headers, origin: string | null): void {
  if (origin !== null && ALLOWED.has(origin)) {
    headers.append("access-control-allow-origin", origin);
    headers.append("access-control-allow-credentials", "true");
  }
  headers.append("vary", "Origin");
}

/** Another request's response may be on it, so it is a copy that is cleared. */
export function withoutCors(response: Response): Response {
  const copy = new Response(response.body, response);
  for (const [name] of response.headers) {
    if (name === "vary" || name.startsWith("access-control-")) copy.headers.delete(name);
  }
  for (const member of (response.headers.get("vary") ?? "").split(",")) {
    const name = member.trim();
    if (name && name.toLowerCase() !== "origin") copy.headers.append("vary", name);
  }
  return copy;
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
