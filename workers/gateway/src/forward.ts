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
import { toUpstream } from "./upstream-request.ts";
import type { Visit } from "./visit.ts";
import { toVisitor } from "./visitor-response.ts";

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
  const { body, headers, method, url } = request;
  const visit: Visit = {
    request,
    body,
    headers,
    method,
    requested: new URL(url),
    fields: readFields(headers, settings),
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
function refusalOf(visit: Visit, { policy, socketPolicy }: Settings): Response | undefined {
  const { request, method, requested, fields } = visit;
  const refusal = fields.isWebSocket && socketPolicy.check(request).response;
  if (refusal) return refusal;
  // No page can send it, and an echo of cookies is all that it is good for.
  if (method === "TRACE") return problem(405, "TRACE is not for pages.");
  if (isSmuggling(visit, fields, policy)) {
    return problem(405, "The method that a field names is not one that pages may use.");
  }
  if (forwardsLeft(visit) === 0) return new Response(null, { status: 204 });
  if (climbs(requested.pathname)) return problem(400, 'The path has an encoded "..".');
  return undefined;
}

/** A promise only where there is something to wait for. */
function contentRefusal(visit: Visit): undefined | Promise<Response | undefined> {
  if (!isBodiless(visit) || visit.body === null) return undefined;
  return hasContent(visit, visit.deadline).then((has) =>
    has ? problem(400, `${visit.method} has no content.`) : undefined,
  );
}

async function answer(
  visit: Visit,
  { settings, cache, waitUntil }: Surroundings,
): Promise<Response> {
  const { request, method, requested, deadline } = visit;
  const isShared = cache !== undefined && isCacheable(visit, visit.fields);
  const sent = toUpstream(visit, settings, isShared);
  if (isShared && !wantsFresh(visit)) {
    const known = await cache.match(visit, sent.headers);
    if (known) return known;
  }
  const response = await askUpstream(sent, settings, deadline);
  const answered = toVisitor(response, sent, requested, settings);
  if (isShared && isStorable(response, settings) && isWhollyKeyed(sent.headers)) {
    waitUntil(cache.store(request.url, sent.headers, answered.clone()));
  }
  // Before the page hears of it: it may read at once what it has written.
  if (!SAFE_METHODS.includes(method) && answered.status < 400) await cache?.forget(request.url);
  return answered;
}
