import { corsWarnings, diagnose, fillTemplate, type WarningCode } from "@crossgate/browser";
import { cookiesKept } from "@crossgate/browser/cookies";
import { variesByOrigin } from "./beside.ts";
import { type Answer, type Evidence, lastSeen } from "./evidence.ts";
import { hiddenHeaderNames } from "./hidden-headers.ts";
import type { FoundCause } from "./find-cause.ts";
import { showsLogin } from "./login.ts";
import { localNetworkAccess } from "./network-policy.ts";

/** What no browser reports, and what bites later. */
export interface Warned {
  readonly code:
    | WarningCode
    | "local-network-access"
    | "error-status"
    | "login-page"
    | "third-party-cookie";
  readonly explanation: string;
  readonly fix: string;
}

/** Of these the cause says more, or they are another name of it. */
const told = new Set<WarningCode>([
  "acao-duplicate",
  "acao-missing-on-error",
  "headers-not-exposed",
  "preflight-needs-login",
  "preflight-redirected",
]);

/** All warnings that the evidence bears out, each once. */
export function warningsOf(found: FoundCause | undefined, evidence: Evidence): readonly Warned[] {
  const isRead = !evidence.failure && !evidence.noAnswer;
  const warnings = [
    ...networkWarnings(found, evidence),
    ...modelWarnings(evidence),
    ...(isRead
      ? [
          ...hiddenHeaders(evidence),
          ...errorWarnings(evidence),
          ...statusWarning(evidence),
          ...loginWarning(evidence),
          ...thirdPartyWarning(evidence),
        ]
      : []),
  ];
  return [...new Map(warnings.map((warning) => [warning.code, warning])).values()];
}

function networkWarnings(
  found: FoundCause | undefined,
  { asked, address }: Evidence,
): readonly Warned[] {
  const isWeb = /^https?:/.test(asked.url);
  if (!isWeb || found?.code === "local-network-access") return [];
  if (localNetworkAccess(asked, address) !== "prompt") return [];
  return [
    {
      code: "local-network-access",
      explanation: `${new URL(asked.url).host} is on this machine or its network, and the page ${asked.origin} is not. The browser asks the visitor for permission (Local Network Access), whatever the headers say.`,
      fix: "No header answers the prompt. Serve the page locally too, or the API publicly.",
    },
  ];
}

function modelWarnings(evidence: Evidence): readonly Warned[] {
  return evidence.seen
    .flatMap(({ exchange }) => {
      const isPassed = exchange.kind === "actual" || exchange.conclusion.kind === "allowed";
      const { warnings } = diagnose(exchange);
      return warnings.filter(({ code }) => isPassed || code !== "max-age-short");
    })
    .filter(({ code }) => !told.has(code))
    .filter(({ code }) => code !== "vary-missing" || mayDiffer(evidence));
}

/** A server that names this page to everyone needs no Vary. */
function mayDiffer({ asked, probes, seen }: Evidence): boolean {
  const allowed = probes.stranger?.headers.get("access-control-allow-origin");
  const last = seen.at(-1)?.answer;
  if (last && variesByOrigin(last)) return false;
  return probes.stranger === undefined || allowed !== asked.origin;
}

function hiddenHeaders(evidence: Evidence): readonly Warned[] {
  const names = hiddenHeaderNames(evidence);
  return names.length === 0 ? [] : [noteOf("headers-not-exposed", evidence, names.join(", "))];
}

/** An address that does not exist, answered without the headers that others have. */
function errorWarnings(evidence: Evidence): readonly Warned[] {
  const { probes, seen } = evidence;
  const isCors = seen.at(-1)?.exchange.state.tainting === "cors";
  const { missing } = probes;
  const isBare = (answer: Answer): boolean => !answer.headers.has("access-control-allow-origin");
  if (!isCors || !missing || missing.status < 400 || !isBare(missing)) return [];
  return [noteOf("acao-missing-on-error", evidence, String(missing.status))];
}

function statusWarning({ seen }: Evidence): readonly Warned[] {
  const answer = seen.at(-1)?.answer;
  if (!answer || answer.status < 400) return [];
  return [
    {
      code: "error-status",
      explanation: `The page may read the response, and it is an error: ${answer.status}.`,
      fix: "Look at what the body says; CORS has no part in it.",
    },
  ];
}

/** A page where one signs in, with the headers of a good answer. */
function loginWarning({ seen }: Evidence): readonly Warned[] {
  const last = seen.at(-1);
  const isPage = /html/i.test(last?.answer?.headers.get("content-type") ?? "");
  if (!last?.answer || last.exchange.state.tainting !== "cors" || !isPage) return [];
  if (last.answer.status > 299 || !showsLogin(last.answer)) return [];
  return [
    {
      code: "login-page",
      explanation: "The page may read the response, and it is a page where one signs in.",
      fix: "Let the visitor sign in first; an API answers 401 instead of a redirect to its login.",
    },
  ];
}

function noteOf(code: WarningCode, { asked }: Evidence, detail: string): Warned {
  const { explanation, fix } = corsWarnings[code];
  const values = { host: new URL(asked.url).origin, origin: asked.origin, detail };
  return { code, explanation: fillTemplate(explanation, values), fix: fillTemplate(fix, values) };
}

/** A cookie that is kept only where the visitor's browser takes cookies of other sites. */
function thirdPartyWarning(evidence: Evidence): readonly Warned[] {
  const last = lastSeen(evidence);
  if (evidence.asked.credentials !== "include" || !last?.answer) return [];
  const kept = cookiesKept(last.exchange).filter(({ reason }) => reason === undefined);
  const strict = cookiesKept(last.exchange, { thirdPartyCookies: "blocked" });
  const foreign = kept.find(({ name }) =>
    strict.some((each) => each.name === name && each.reason === "third-party"),
  );
  if (!foreign) return [];
  return [
    {
      code: "third-party-cookie",
      explanation: `The cookie ${foreign.name} belongs to another site than the page. Safari does not keep it, and neither does any browser that blocks third-party cookies.`,
      fix: "Serve page and API under one site, such as app.example.com and api.example.com.",
    },
  ];
}
