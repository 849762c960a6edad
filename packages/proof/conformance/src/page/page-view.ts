import { createBrowser, type CorsBlockedError } from "@crossgate/browser";
import type { CorsOptions } from "@crossgate/core";
import type { CaseRequest, PageView } from "../case.ts";
import type { Observation } from "../observation.ts";
import { isPreflight, pageRequestFor } from "./page-request.ts";

/** The view, or why no browser sends such a request. */
export type PageViewResult = { readonly view: PageView } | { readonly never: string };

/** Puts a request to the gate that the case does not have: what comes before its own, or after. */
export type Ask = (request: CaseRequest) => Promise<Response>;

/** Runs the exchange of a page around one request of a case, whose answer is known already. */
export async function viewOfPage(
  request: CaseRequest,
  options: CorsOptions,
  answer: Response,
  ask: Ask,
): Promise<PageViewResult> {
  const wanted = pageRequestFor(request, options);
  if (typeof wanted === "string") return { never: wanted };
  let never: string | undefined;
  let sent = false;
  const network = async (asked: Request): Promise<Response> => {
    const seen = caseRequestOf(asked);
    if (isPreflight(seen) !== isPreflight(request)) return ask(seen);
    sent = true;
    never ??= whatDiffers(request, asked);
    return answer;
  };
  try {
    const page = createBrowser({ network }).open(wanted.origin);
    if (page.origin !== wanted.origin) return { never: "no browser writes such an Origin" };
    await page.fetch(wanted.url, wanted.init);
    never ??= sent ? undefined : "no browser asks first for this";
    return never === undefined ? { view: "reads" } : { never };
  } catch (error) {
    if (never !== undefined) return { never };
    if (isBlocked(error)) return { view: `blocked:${error.code}` };
    if (error instanceof TypeError) return { never: whyImpossible(wanted.origin) };
    throw error;
  }
}

/** The observation as the response it was. */
export function responseOf({ status = 0, headers = [] }: Observation): Response {
  const response = new Response(null);
  for (const [name, value] of headers) response.headers.append(name, value);
  // Statuses that no constructor takes come out of gates nevertheless.
  Object.defineProperty(response, "status", { value: status });
  return response;
}

function caseRequestOf({ url, method, headers }: Request): CaseRequest {
  return { url, method, headers: [...headers] };
}

/** Every header of the case has to leave the browser as the case has it. */
function whatDiffers(
  { method = "GET", headers = [] }: CaseRequest,
  sent: Request,
): string | undefined {
  if (sent.method !== method) return "browsers write this method otherwise";
  const differing = headers.find(([name, value]) => sent.headers.get(name) !== value);
  return differing && `no browser sends such ${differing[0]}`;
}

function whyImpossible(origin: string): string {
  if (origin !== "null" && !URL.canParse(origin)) return "no browser writes such an Origin";
  return "no script can ask for this method or header";
}

function isBlocked(error: unknown): error is CorsBlockedError {
  return error instanceof TypeError && error.name === "CorsBlockedError";
}
