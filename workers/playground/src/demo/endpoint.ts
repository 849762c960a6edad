import { type Verdict } from "@crossgate/core";
import { type CheckedCall, callUrl, readCall } from "./call.ts";
import { readBody, type Received, tellHeaders, visitsCookie, visitsOf } from "./echo.ts";
import { compilePolicy } from "./policy.ts";

/** The two origins of the one server. */
export interface Places {
  readonly page: string;
  readonly api: string;
}

/** What the page adds when it plays the server for itself. */
export interface Rehearsal {
  /** Hears what the gate decided. */
  readonly onVerdict: (verdict: Verdict) => void;
}

/**
 * Answers a request under the policy that it brings along. Nothing else goes in, and nothing stays:
 * the same function runs in the Worker and, for the prediction, in the page.
 *
 * @param rehearsal given in the page, where a visitor's RegExps take the visitor's own time
 */
export async function answerCall(
  request: Request,
  places: Places,
  rehearsal?: Rehearsal,
): Promise<Response> {
  const call = readCall(new URL(request.url), rehearsal !== undefined);
  if ("problem" in call) return refusal(call.problem);
  const handle = (): Promise<Response> => answer(request, call, places);
  if (call.gate.kind === "by-hand") {
    const { lines, preflight } = call.gate;
    const response = isPreflight(request)
      ? preflightByHand(call, preflight, places)
      : await handle();
    for (const [name, value] of lines) response.headers.append(name, value);
    return response;
  }
  const { cors, problem } = compilePolicy(call.gate.text);
  if (cors === undefined) return refusal(`policy: ${problem}`);
  const verdict = cors.check(request);
  rehearsal?.onVerdict(verdict);
  return verdict.response ?? verdict.apply(await handle());
}

async function answer(request: Request, call: CheckedCall, places: Places): Promise<Response> {
  switch (call.answer) {
    case "redirect":
      return redirectTo(new URL(request.url).origin, call);
    case "elsewhere": {
      const isPage = new URL(request.url).origin === places.page;
      return redirectTo(isPage ? places.api : places.page, call);
    }
    case "missing":
      return reply(request, { error: "no such resource" }, 404);
    case "error":
      return reply(request, { error: "something broke" }, 500);
    case "labelled":
      return label(await reply(request, { data: "hello world" }, 200), call);
    case "visits":
      return countVisit(request, places);
    default:
      return reply(request, { data: "hello world" }, 200);
  }
}

async function countVisit(request: Request, places: Places): Promise<Response> {
  const visits = visitsOf(request.headers) + 1;
  const response = await reply(request, { visits }, 200);
  // The page's own origin has no cookie, whatever is asked of it.
  if (new URL(request.url).origin !== places.page) {
    response.headers.append("set-cookie", visitsCookie(visits));
  }
  return response;
}

/** With a header that no browser shows unasked. */
function label(response: Response, { run }: CheckedCall): Response {
  response.headers.set("x-request-id", run);
  return response;
}

async function reply(request: Request, content: object, status: number): Promise<Response> {
  const body = await readBody(request);
  if (body === undefined) return refusal("the body is too long", 413);
  const received: Received = {
    method: request.method,
    headers: tellHeaders(request.headers),
    body,
  };
  const text = request.method === "HEAD" ? null : JSON.stringify({ ...content, received });
  const headers = {
    "cache-control": "no-store",
    "content-type": "application/json",
  };
  return new Response(text, { status, headers });
}

/** Only ever to the demonstration itself. 307, so that the method stays. */
function redirectTo(origin: string, call: CheckedCall, status = 307): Response {
  const location = callUrl(origin, { ...call, answer: "data" });
  return new Response(null, { status, headers: { "cache-control": "no-store", location } });
}

function preflightByHand(call: CheckedCall, status: number, places: Places): Response {
  if (status === 302) return redirectTo(places.api, call, status);
  return new Response(null, { status });
}

/** @see https://fetch.spec.whatwg.org/#cors-preflight-request */
function isPreflight({ method, headers }: Request): boolean {
  return (
    method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method")
  );
}

/** Without CORS headers: a call that is out of bounds is answered to no one. */
function refusal(problem: string, status = 400): Response {
  const headers = { "cache-control": "no-store", "content-type": "text/plain;charset=UTF-8" };
  return new Response(`${problem}\n`, { status, headers });
}
