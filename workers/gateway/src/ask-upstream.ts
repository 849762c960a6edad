import { problem } from "./problem.ts";
import type { Settings } from "./settings.ts";

/** How Cloudflare's network says that it had no answer from a server, and what a gateway says. */
const CLOUDFLARE_FAILURES: Readonly<Record<number, keyof typeof DETAILS>> = {
  520: 502,
  521: 502,
  522: 504,
  523: 502,
  524: 504,
  525: 502,
  526: 502,
  530: 502,
};

const DETAILS = {
  502: "The upstream could not be reached, or gave no usable answer.",
  504: "The upstream did not answer in time.",
} as const;

/**
 * The upstream's answer, or the gateway's own where there is none: 502 or 504, an answer like any
 * other, so that it gets CORS headers and the page can read the status.
 */
export async function askUpstream(
  request: Request,
  { upstream, timeout }: Settings,
): Promise<Response> {
  const late = new AbortController();
  // Up to the headers only: an event stream may take as long as it likes.
  const timer = setTimeout(() => late.abort(), timeout);
  try {
    const limited = new Request(request, { signal: late.signal });
    const response = await (upstream instanceof URL ? fetch(limited) : upstream.fetch(limited));
    const failure = CLOUDFLARE_FAILURES[response.status];
    if (failure === undefined) return response;
    await response.body?.cancel();
    return fail(failure, `Cloudflare answered ${response.status}`);
  } catch (error) {
    return late.signal.aborted ? fail(504, `${timeout} ms have passed`) : fail(502, error);
  } finally {
    clearTimeout(timer);
  }
}

function fail(status: keyof typeof DETAILS, cause: unknown): Response {
  console.error(`gateway: ${status} is sent.`, DETAILS[status], cause);
  return problem(status, DETAILS[status]);
}
