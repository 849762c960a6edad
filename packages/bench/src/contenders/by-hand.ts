import { application, type Contender } from "../contender.ts";
import { ORIGINS } from "../policy.ts";

const ALLOWED: ReadonlySet<string> = new Set(ORIGINS);

/** What a careful author writes for this one policy, and no other. */
function handle(request: Request): Response {
  const origin = request.headers.get("origin");
  if (
    origin !== null &&
    request.method === "OPTIONS" &&
    request.headers.has("access-control-request-method")
  ) {
    return ALLOWED.has(origin) ? permit(origin) : new Response("Forbidden\n", { status: 403 });
  }
  const response = application();
  if (origin !== null && ALLOWED.has(origin)) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-allow-credentials", "true");
  }
  response.headers.append("vary", "Origin");
  return response;
}

function permit(origin: string): Response {
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

export const byHand: Contender = { name: "set by hand", speaksCors: true, handle };
