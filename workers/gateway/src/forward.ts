import type { AnswerCache } from "./answer-cache.ts";
import { isWhollyKeyed } from "./answer-key.ts";
import { askUpstream } from "./ask-upstream.ts";
import { forgetVisitor, isCacheable, isStorable, wantsFresh } from "./cacheable.ts";
import { climbs } from "./climbs.ts";
import { hasContent, isBodiless } from "./content.ts";
import { Deadline } from "./deadline.ts";
import { forwardsLeft } from "./max-forwards.ts";
import { smuggledMethod } from "./overridden-method.ts";
import { problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { fieldsForUpstream, toUpstream } from "./upstream-request.ts";
import { toVisitor } from "./visitor-response.ts";
import { isWebSocket } from "./websocket.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS", "QUERY"];

/** What the gateway is told besides the request. */
export interface Surroundings {
  readonly settings: Settings;
  readonly cache: AnswerCache | undefined;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** The upstream's answer to a request that the gate has let through. */
export async function forward(request: Request, around: Surroundings): Promise<Response> {
  const deadline = new Deadline(around.settings.timeout);
  try {
    const refusal = await refuse(request, around.settings, deadline);
    return refusal ?? (await answer(request, around, deadline));
  } finally {
    // Up to the headers only: an event stream may take as long as it likes.
    deadline.meet();
  }
}

/** What no upstream is asked. */
async function refuse(
  request: Request,
  { policy, socketPolicy }: Settings,
  deadline: Deadline,
): Promise<Response | undefined> {
  if (isWebSocket(request)) {
    const { response } = socketPolicy.check(request);
    if (response) return response;
  }
  // No page can send it, and an echo of cookies is all that it is good for.
  if (request.method === "TRACE") return problem(405, "TRACE is not for pages.");
  if (smuggledMethod(request, policy) !== undefined) {
    return problem(405, "The method that a field names is not one that pages may use.");
  }
  if (forwardsLeft(request) === 0) return new Response(null, { status: 204 });
  if (climbs(new URL(request.url).pathname)) return problem(400, 'The path has an encoded "..".');
  if (isBodiless(request) && (await hasContent(request, deadline))) {
    return problem(400, `${request.method} has no content.`);
  }
  return undefined;
}

async function answer(
  request: Request,
  around: Surroundings,
  deadline: Deadline,
): Promise<Response> {
  const { settings, cache } = around;
  const told = fieldsForUpstream(request, settings);
  if (cache && isCacheable(request.method, told)) {
    if (!settings.passOrigin) forgetVisitor(told);
    return answerCached(request, told, cache, around, deadline);
  }
  const sent = toUpstream(request, told, settings, deadline.signal);
  const response = await askUpstream(sent, settings, deadline);
  const answered = toVisitor(response, sent, request, settings);
  // Before the page hears of it: it may read at once what it has written.
  if (!SAFE_METHODS.includes(request.method) && answered.status < 400) {
    await cache?.forget(request.url);
  }
  return answered;
}

async function answerCached(
  request: Request,
  told: Headers,
  cache: AnswerCache,
  { settings, waitUntil }: Surroundings,
  deadline: Deadline,
): Promise<Response> {
  const known = wantsFresh(request) ? undefined : await cache.match(request, told, deadline);
  if (known) return known;
  const sent = toUpstream(request, told, settings, deadline.signal);
  const response = await askUpstream(sent, settings, deadline);
  const answered = toVisitor(response, sent, request, settings);
  if (isWhollyKeyed(told) && isStorable(response, settings)) {
    waitUntil(cache.store(request.url, told, answered.clone()));
  }
  return answered;
}
