import type { Answer, Evidence } from "./evidence.ts";
import type { FoundCause } from "./find-cause.ts";

/** Names that CORS has. */
const known =
  /^access-control-(?:allow-(?:origin|credentials|methods|headers|private-network|local-network)|expose-headers|max-age|request-(?:method|headers))$/;
/** Names that were meant to be one of those. */
const almost =
  /^(?:ac+es+-?control|acess-?control|access-?controls?|allow-control|access-control-?allow|cors)(?:[-_]|$)|^(?:allow|allowed)[-_]origins?$|^access_control_/;

/**
 * People look at the response to their own request, find the header there, and are at a loss. The
 * browser looked for it on another response.
 */
export function preflightSentence({ code }: FoundCause, evidence: Evidence): string {
  const { asked, failure, probes } = evidence;
  if (failure?.phase !== "preflight" || !/^(?:acao|acac|header)-/.test(code)) return "";
  if (code === "header-not-allowed") return "";
  const allowed = probes.simple?.headers.get("access-control-allow-origin");
  const isElsewhere = allowed === "*" || allowed === asked.origin;
  return isElsewhere
    ? "That is the response to OPTIONS, which the browser sends first; the response to GET has the header."
    : "That is the response to OPTIONS, which the browser sends first.";
}

/** A router without the address says the same of every method. */
export function nothingThereSentence({ code }: FoundCause, { probes }: Evidence): string {
  const status = probes.simple?.status;
  if (code !== "options-unrouted" || (status !== 404 && status !== 410)) return "";
  return `A GET is answered with ${status} too: look first whether the address is right.`;
}

/** Two names of one machine, or of one site, that only look alike. */
export function nearMissSentence(
  { code, answer, detail }: FoundCause,
  { asked }: Evidence,
): string {
  const named = answer?.headers.get("access-control-allow-origin") ?? detail;
  if (code === "acao-mismatch" && named.includes("*"))
    return "Browsers know no patterns there: the server compares, and names the page that asked.";
  if (code === "acao-mismatch" && asked.origin.endsWith(`://${named}`))
    return "The scheme is missing there.";
  if (code !== "acao-mismatch" || !URL.canParse(named) || !URL.canParse(asked.origin)) return "";
  const [one, other] = [new URL(named), new URL(asked.origin)];
  const isHostAlike = plainHost(one) === plainHost(other);
  if (!isHostAlike) return "";
  const parts = [
    one.protocol === other.protocol ? "" : "the scheme",
    one.hostname === other.hostname ? "" : "the name of the host",
    one.port === other.port ? "" : "the port",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `They differ in ${parts.join(" and ")}: that is another origin.`;
}

/** A host without what people take for the same. */
function plainHost({ hostname }: URL): string {
  const host = hostname.replace(/^www\./, "");
  return /^(?:127\.0\.0\.1|\[::1\]|0\.0\.0\.0)$/.test(host) ? "localhost" : host;
}

/** A header of the request that the server lists in another spelling. */
export function listedInstead(name: string, answer: Answer | undefined): string | undefined {
  const listed = (answer?.headers.get("access-control-allow-headers") ?? "").split(/\s*,\s*/);
  return listed.find((each) => isOneSlipAway(each.toLowerCase(), name.toLowerCase()));
}

function misspelt(name: string, answer: Answer): readonly string[] {
  const other = listedInstead(name, answer);
  return other === undefined ? [] : [`It lists '${other}', which differs in one letter.`];
}

/** Whether one letter more, less, or another one makes the one word of the other. */
function isOneSlipAway(one: string, other: string): boolean {
  if (one === other || one.length < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (one[start] === other[start] && start < one.length) start += 1;
  const rest = (word: string, skip: number): string => word.slice(start + skip);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1)
  );
}

/** Names and methods that the server writes otherwise than browsers read them. */
export function spellingSentences(
  { code, answer, detail }: FoundCause,
  { seen }: Evidence,
): readonly string[] {
  if (!answer) return [];
  if (code === "acao-missing") {
    const names = answer.lines.map(([name]) => name.toLowerCase());
    const odd = names.find((name) => almost.test(name) && !known.test(name));
    return odd === undefined ? [] : [`It has '${odd}', which is no name of CORS.`];
  }
  if (code === "header-not-allowed") return misspelt(detail, answer);
  if (code !== "method-not-allowed") return [];
  const method = seen.at(-1)?.exchange.state.method ?? "";
  const listed = (answer.headers.get("access-control-allow-methods") ?? "").split(/\s*,\s*/);
  const other = listed.find((each) => each !== method && each.toUpperCase() === method);
  return other === undefined
    ? []
    : [`It lists '${other}', and methods are compared letter by letter.`];
}
