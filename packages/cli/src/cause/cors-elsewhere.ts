import { type Answer, type Evidence } from "./evidence.ts";

/**
 * Whether other responses of the server allow the page: they do, none does, or no other was seen.
 */
export type CorsElsewhere = "set-up" | "nowhere" | "unknown";

/** Looks at every response but one for permission. */
export function corsElsewhere(evidence: Evidence, besides: Answer): CorsElsewhere {
  const { asked, probes, seen } = evidence;
  const { origin } = new URL(besides.url);
  const answers = [
    ...seen.map(({ answer }) => answer),
    probes.simple,
    probes.missing,
    probes.frontPage,
  ].flatMap((answer) => (answer && answer !== besides ? [answer] : []));
  const own = answers.filter(({ url }) => new URL(url).origin === origin);
  if (own.some((answer) => permits(answer, asked.origin))) return "set-up";
  return own.length === 0 && !besides.headers.has("access-control-allow-origin")
    ? "unknown"
    : "nowhere";
}

function permits({ headers }: Answer, origin: string): boolean {
  const allowed = headers.get("access-control-allow-origin");
  return allowed === "*" || allowed === origin;
}
