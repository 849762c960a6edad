import type { Deadline } from "./deadline.ts";
import { problem } from "./problem.ts";
import type { Settings } from "./settings.ts";
import { statusInPlaceOf } from "./unusable.ts";
import type { UpstreamRequest } from "./upstream-request.ts";
import { UpstreamUrl } from "./upstream-url.ts";

const DETAILS = {
  502: "The upstream could not be reached, or gave no usable answer.",
  504: "The upstream did not answer in time.",
} as const;

/**
 * The upstream's response, or the gateway's own 502 or 504 if there is none. That is a response
 * like any other: it gets CORS headers, and the page can read the status.
 */
export async function askUpstream(
  sent: UpstreamRequest,
  { upstream }: Settings,
  deadline: Deadline,
): Promise<Response> {
  try {
    const { url } = sent;
    const answer = upstream instanceof UpstreamUrl ? fetch(url, sent) : upstream.fetch(url, sent);
    const response = await deadline.race(answer);
    const failure = statusInPlaceOf(response);
    if (failure === undefined) return response;
    // No one waits for the end of what no one reads.
    response.body?.cancel().catch(() => {});
    return fail(failure, `the upstream's status is ${response.status}`);
  } catch (error) {
    return fail(deadline.hasPassed ? 504 : 502, error);
  }
}

function fail(status: keyof typeof DETAILS, cause: unknown): Response {
  console.error(`gateway: ${status} is sent.`, DETAILS[status], cause);
  return problem(status, DETAILS[status]);
}
