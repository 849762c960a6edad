import type { AnswerCache } from "./answer-cache.ts";
import { isWhollyKeyed } from "./answer-key.ts";
import { askUpstream } from "./ask-upstream.ts";
import { isCacheableRequest, isStorable, wantsFresh, withoutPage } from "./cacheable.ts";
import { climbs } from "./climbs.ts";
import { hasContent, isBodiless } from "./content.ts";
import { forwardsLeft } from "./max-forwards.ts";
import { problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { toUpstream } from "./upstream-request.ts";
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
  const { settings, cache } = around;
  if (isWebSocket(request)) {
    const { response } = settings.socketPolicy.check(request);
    if (response) return response;
  }
  // No page can send it, and an echo of cookies is all that it is good for.
  if (request.method === "TRACE") return problem(405, "TRACE is not for pages.");
  if (forwardsLeft(request) === 0) return new Response(null, { status: 204 });
  if (climbs(new URL(request.url).pathname)) return problem(400, 'The path has an encoded "..".');
  if (isBodiless(request) && (await hasContent(request, settings.timeout))) {
    return problem(400, `${request.method} has no content.`);
  }
  const sent = toUpstream(request, settings);
  if (cache && isCacheableRequest(sent)) {
    const shared = settings.passOrigin ? sent : withoutPage(sent);
    return answerCached(request, shared, cache, around);
  }
  const answer = toVisitor(await askUpstream(sent, settings), sent, request, settings);
  // Before the page hears of it: it may read at once what it has written.
  if (!SAFE_METHODS.includes(request.method) && answer.status < 400) {
    await cache?.forget(request.url);
  }
  return answer;
}

async function answerCached(
  request: Request,
  sent: Request,
  cache: AnswerCache,
  { settings, waitUntil }: Surroundings,
): Promise<Response> {
  const told = sent.headers;
  const known = wantsFresh(request) ? undefined : await cache.match(request, told);
  if (known) return known;
  const response = await askUpstream(sent, settings);
  const answer = toVisitor(response, sent, request, settings);
  if (isWhollyKeyed(told) && isStorable(response, settings)) {
    waitUntil(cache.store(request.url, told, answer.clone()));
  }
  return answer;
}
