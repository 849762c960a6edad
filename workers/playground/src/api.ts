import { type Verdict } from "@crossgate/core";
import { withCors } from "@crossgate/cloudflare";
import type { Env } from "./env.ts";

/** An API of which the page's origin may read everything. */
export const openApi = withCors(
  {
    fetch(request) {
      switch (new URL(request.url).pathname) {
        case "/api/hello":
          return reply({ data: "hello world" });
        case "/api/messages":
          return receive(request);
        case "/api/visits":
          return countVisits(request);
        default:
          return reply({ error: "no such resource" }, { status: 404 });
      }
    },
  },
  (env) => ({
    origin: env.PAGE_ORIGIN,
    allowMethods: ["GET", "POST"],
    allowHeaders: ["content-type"],
    exposeHeaders: ["x-request-id"],
    credentials: true,
    maxAge: 7200,
    onVerdict: remember,
  }),
) satisfies ExportedHandler<Env>;

/** An API that is open to one other origin, and not to the page. */
export const partnerApi = withCors(
  { fetch: () => reply({ data: "for our partner's page" }) },
  { origin: "https://partner.example", onVerdict: remember },
) satisfies ExportedHandler<Env>;

const verdicts = new WeakMap<Request, Verdict>();

function remember(verdict: Verdict, request: Request): void {
  verdicts.set(request, verdict);
}

/** What the gate decided about a request that went through it. */
export function verdictOf(request: Request): Verdict | undefined {
  return verdicts.get(request);
}

function reply(body: unknown, init?: ResponseInit): Response {
  const response = Response.json(body, init);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", crypto.randomUUID());
  return response;
}

const LONGEST_MESSAGE = 1000;

async function receive(request: Request): Promise<Response> {
  if (request.method !== "POST") return reply({ error: "POST only" }, { status: 405 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LONGEST_MESSAGE)) return reply({ error: "too long" }, { status: 413 });
  try {
    return reply({ received: await request.json() });
  } catch {
    return reply({ error: "not JSON" }, { status: 400 });
  }
}

/** Counts in a cookie. Page and API are of two sites, so only `SameSite=None` lets it travel. */
function countVisits(request: Request): Response {
  const before = /(?:^|;\s*)visits=(\d{1,4})(?:;|$)/u.exec(request.headers.get("cookie") ?? "");
  const visits = Number(before?.[1] ?? 0) + 1;
  const response = reply({ visits });
  response.headers.append(
    "set-cookie",
    `visits=${visits}; Path=/api; Max-Age=600; HttpOnly; Secure; SameSite=None; Partitioned`,
  );
  return response;
}
