import { randomBytes } from "node:crypto";
import { diagnose, type Failure, type Network } from "@crossgate/browser";
import type { Answer, Evidence, Probes } from "../cause/evidence.ts";
import { locationOf } from "../cause/redirect.ts";
import { strangerOrigin, unheardOfHeader } from "../cause/stranger.ts";
import type { Wire } from "../network/wire.ts";
import { answerOf } from "./answer.ts";
import { play, type Scene } from "./play.ts";

type Ask = (
  url: string,
  headers: Readonly<Record<string, string>>,
  method?: "GET" | "OPTIONS",
) => Promise<Answer | undefined>;

/** Asks what no browser asks: by GET, and by one preflight, each once, all at the same time. */
export async function probe(
  scene: Scene,
  evidence: Omit<Evidence, "probes">,
  wire: Wire,
): Promise<Probes> {
  const { url, origin } = scene.asked;
  const ask: Ask = async (target, headers, method = "GET") => {
    try {
      const response = await wire.network(new Request(target, { method, headers }));
      return answerOf(target, response, wire);
    } catch {
      return undefined;
    }
  };
  const isFailed = evidence.failure !== undefined;
  const plan = isFailed ? failedProbes(scene, evidence, ask) : readProbes(scene, evidence, ask);
  const target = redirectTarget(evidence);
  const [answers, leads, behind] = await Promise.all([
    settle(plan),
    target === undefined ? undefined : ask(target, { origin }),
    behindPreflight(scene, evidence, wire.network),
  ]);
  const other = isFailed
    ? await otherEncoding(evidence, () => ask(url, { origin, "accept-encoding": "identity" }))
    : undefined;
  return { ...answers, target: leads, otherEncoding: other, behindPreflight: behind };
}

/** Asks for a header that no one has: a server that allows it repeats what it is asked for. */
const preflightProbe = {
  "access-control-request-method": "PUT",
  "access-control-request-headers": unheardOfHeader,
};

/** What the server answers elsewhere tells whether CORS is there at all. */
function failedProbes(
  { asked: { url, origin, method } }: Scene,
  { failure, seen }: Omit<Evidence, "probes">,
  ask: Ask,
): Readonly<Record<string, Promise<Answer | undefined>>> {
  const answer = seen.at(-1)?.answer;
  const status = answer?.status ?? 0;
  const isNamed = answer?.headers.get("access-control-allow-origin") === origin;
  return {
    ...(failure?.phase === "actual" && status < 300
      ? { preflight: ask(url, { origin, ...preflightProbe }, "OPTIONS") }
      : {}),
    ...(isNamed ? { stranger: ask(url, { origin: strangerOrigin }) } : {}),
    ...(failure?.phase === "preflight" ? { simple: ask(url, { origin }) } : {}),
    ...(status >= 400 && failure?.phase === "actual" && method === "GET"
      ? { withoutOrigin: ask(url, {}) }
      : {}),
    ...(status >= 400 ? { frontPage: ask(new URL("/", url).href, { origin }) } : {}),
    ...(status < 300 ? { missing: ask(missingNear(url), { origin }) } : {}),
  };
}

/** What other pages, caches and errors would get. */
function readProbes(
  { asked: { url, origin, method } }: Scene,
  { seen }: Omit<Evidence, "probes">,
  ask: Ask,
): Readonly<Record<string, Promise<Answer | undefined>>> {
  const last = seen.at(-1);
  if (last?.exchange.state.tainting !== "cors") return {};
  const at = last.answer?.url ?? url;
  return {
    missing: ask(missingNear(url), { origin }),
    ...(method === "GET"
      ? { withoutOrigin: ask(at, {}), stranger: ask(at, { origin: strangerOrigin }) }
      : {}),
  };
}

/** A response without permission may have it in another encoding. */
async function otherEncoding(
  { failure, seen, asked }: Omit<Evidence, "probes">,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const answer = seen.at(-1)?.answer;
  const isBare =
    failure?.code === "acao-missing" && failure.phase === "actual" && asked.method === "GET";
  return isBare &&
    answer !== undefined &&
    answer.status < 300 &&
    answer.headers.has("content-encoding")
    ? ask()
    : undefined;
}

/** Where the redirect leads that the browser refused, if it is one. */
function redirectTarget({ failure, seen }: Omit<Evidence, "probes">): string | undefined {
  const answer = seen.at(-1)?.answer;
  const to = failure && answer && locationOf(answer);
  return to && /^https?:$/.test(to.protocol) ? to.href : undefined;
}

/**
 * What the response itself would fail with, had the preflight passed. GET and HEAD only: they
 * change nothing, other methods a browser would not have sent.
 */
async function behindPreflight(
  scene: Scene,
  { failure, seen }: Omit<Evidence, "probes">,
  network: Network,
): Promise<readonly Failure[]> {
  const { method } = scene.asked;
  const status = seen.at(-1)?.answer?.status ?? 0;
  const isPlain = method === "GET" || method === "HEAD";
  if (failure?.phase !== "preflight" || !isPlain || status >= 300) return [];
  const { exchanges } = await play(scene, (request) =>
    request.headers.has("access-control-request-method") ? permission(request) : network(request),
  );
  const actual = exchanges.find(({ kind }) => kind === "actual");
  if (!actual || (actual.response?.status ?? 0) >= 300) return [];
  const { failure: next, further } = diagnose(actual);
  return next && next.code !== "network-error" ? [next, ...further] : [];
}

function permission({ headers }: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": headers.get("origin") ?? "*",
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": headers.get("access-control-request-method") ?? "",
      "access-control-allow-headers": headers.get("access-control-request-headers") ?? "",
    },
  });
}

function missingNear(url: string): string {
  return new URL(`./crossgate-probe-${randomBytes(4).toString("hex")}`, url).href;
}

async function settle(
  asked: Readonly<Record<string, Promise<Answer | undefined>>>,
): Promise<Probes> {
  const answers = await Promise.all(Object.values(asked));
  return Object.fromEntries(Object.keys(asked).map((name, index) => [name, answers[index]]));
}
