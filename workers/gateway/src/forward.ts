import type { AnswerCache } from "./answer-cache.ts";
import { isWhollyKeyed } from "./answer-key.ts";
import { askUpstream } from "./ask-upstream.ts";
import { isCacheable, isStorable, wantsFresh } from "./cacheable.ts";
import { climbs } from "./climbs.ts";
import { hasContent, isBodiless } from "./content.ts";
import { Deadline } from "./deadline.ts";
import { readFields } from "./read-fields.ts";
import { forwardsLeft } from "./max-forwards.ts";
import { isSmuggling } from "./overridden-method.ts";
import { problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { forgetVisitor, toUpstream } from "./upstream-request.ts";
import type { Visit } from "./visit.ts";
import { toVisitor } from "./visitor-response.ts";
import { isWebSocket } from "./websocket.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS", "QUERY"];

/** What the gateway is told besides the request. */
export interface Surroundings {
  readonly settings: Settings;
  readonly cache: AnswerCache | undefined;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** The upstream's response to a request that the gate has let through. */
export async function forward(request: Request, around: Surroundings): Promise<Response> {
  const { settings } = around;
  const visit: Visit = {
    request,
    requested: new URL(request.url),
    fields: readFields(request.headers, settings),
    deadline: new Deadline(settings.timeout),
  };
  try {
    const refusal = refusalOf(visit, settings) ?? (await contentRefusal(visit));
    return refusal ?? (await answer(visit, around));
  } finally {
    // Up to the headers only: an event stream may take as long as it likes.
    visit.deadline.meet();
  }
}

/** What no upstream is asked. */
function refusalOf(
  { request, requested, fields }: Visit,
  { policy, socketPolicy }: Settings,
): Response | undefined {
  const refusal = isWebSocket(request) && socketPolicy.check(request).response;
  if (refusal) return refusal;
  // No page can send it, and an echo of cookies is all that it is good for.
  if (request.method === "TRACE") return problem(405, "TRACE is not for pages.");
  if (isSmuggling(request, fields, policy)) {
    return problem(405, "The method that a field names is not one that pages may use.");
  }
  if (forwardsLeft(request) === 0) return new Response(null, { status: 204 });
  if (climbs(requested.pathname)) return problem(400, 'The path has an encoded "..".');
  return undefined;
}

/** A promise only where there is something to wait for. */
function contentRefusal({ request, deadline }: Visit): undefined | Promise<Response | undefined> {
  if (!isBodiless(request) || request.body === null) return undefined;
  return hasContent(request, deadline).then((has) =>
    has ? problem(400, `${request.method} has no content.`) : undefined,
  );
}

async function answer(
  visit: Visit,
  { settings, cache, waitUntil }: Surroundings,
): Promise<Response> {
  const { request, requested, deadline } = visit;
  const sent = toUpstream(visit, settings);
  const isShared = cache !== undefined && isCacheable(sent, visit.fields);
  if (isShared) {
    if (!settings.passOrigin) forgetVisitor(sent, visit.fields);
    const known = wantsFresh(request)
      ? undefined
      : await cache.match(request, sent.headers, deadline);
    if (known) return known;
  }
  const response = await askUpstream(sent, settings, deadline);
  const answered = toVisitor(response, sent, requested, settings);
  if (isShared && isStorable(response, settings) && isWhollyKeyed(sent.headers)) {
    waitUntil(cache.store(request.url, sent.headers, answered.clone()));
  }
  // Before the page hears of it: it may read at once what it has written.
  if (!SAFE_METHODS.includes(request.method) && answered.status < 400) {
    await cache?.forget(request.url);
  }
  return answered;
}
