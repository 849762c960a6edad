import type { Answer, Evidence } from "./evidence.ts";

/** What CORS layers say that refuse a page by an error. */
const words =
  /not allowed by CORS|invalid CORS request|CORS rejected|disallowed CORS|origin\b.{0,200}?\bnot allowed|CORS.{0,40}\b(?:denied|forbidden|blocked)/i;

/**
 * Whether a response is an error because of the page's origin: it says so, or the same request
 * without `Origin` is answered well.
 */
export function refusesOrigin(answer: Answer, { asked, probes }: Evidence): boolean {
  if (answer.status < 400 || asked.origin === "null") return false;
  return words.test(answer.text) || answersWithoutOrigin(answer, probes);
}

function answersWithoutOrigin({ status }: Answer, { withoutOrigin }: Evidence["probes"]): boolean {
  const isRefusal = status === 400 || status === 403 || status === 500;
  return isRefusal && withoutOrigin !== undefined && withoutOrigin.status < 300;
}

/** Why a response is an error, where its status does not tell. */
export function refusedOriginSentence(answer: Answer | undefined, evidence: Evidence): string {
  if (answer === undefined || !refusesOrigin(answer, evidence)) return "";
  const { asked, probes } = evidence;
  return answersWithoutOrigin(answer, probes)
    ? `It refuses ${asked.origin} with ${answer.status}; without Origin the same request is answered with ${probes.withoutOrigin?.status}.`
    : `It refuses ${asked.origin} with ${answer.status}, since its CORS rules do not list it.`;
}
