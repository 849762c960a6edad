import autocannon from "autocannon";

/** Fifty pages that may read, and one that may not. */
export const ORIGINS: readonly string[] = Array.from(
  { length: 50 },
  (_, index) => `https://tenant-${index}.example`,
);
export const DENIED = "https://evil.example";
const EVERYONE = [...ORIGINS, DENIED];

export interface Measured {
  readonly answers: number;
  /** The first few of them, in words. */
  readonly wrong: readonly string[];
  readonly wrongCount: number;
  /** Allowed origins that had a response. */
  readonly origins: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly url: URL;
  /** Whether answers must be the gate's, or without CORS. */
  readonly isGated: boolean;
  readonly connections: number;
  /** How long it goes on: for some seconds, or for some requests. */
  readonly until: { readonly duration: number } | { readonly amount: number };
}

interface Context {
  id?: string;
  origin?: string;
}

/** Asks as fast as the connections allow, each request for another origin than the one before. */
export async function measure({ url, isGated, connections, until }: Load): Promise<Measured> {
  const wrong: string[] = [];
  const origins = new Set<string>();
  let asked = 0;
  let answers = 0;
  const result = await autocannon({
    url: url.origin,
    connections,
    ...until,
    requests: [
      {
        setupRequest(request, context: Context) {
          context.id = `answer-${++asked}`;
          context.origin = EVERYONE[asked % EVERYONE.length] ?? DENIED;
          return { ...request, path: `/${context.id}`, headers: { origin: context.origin } };
        },
        onResponse(status, body, { id = "", origin = "" }: Context, headers) {
          answers++;
          const expected = isGated ? gatedAnswer(id, origin) : `200 - ${id}`;
          const answer = `${status} ${acaoOf(headers)} ${body}`;
          if (answer !== expected) wrong.push(`${origin}: ${answer} instead of ${expected}`);
          else if (origin !== DENIED) origins.add(origin);
        },
      },
    ],
  });
  if (result.errors > 0) wrong.push(`${result.errors} requests without a response`);
  return {
    answers,
    wrong: wrong.slice(0, 5),
    wrongCount: wrong.length,
    origins: origins.size,
    perSecond: answers / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

function gatedAnswer(id: string, origin: string): string {
  return origin === DENIED ? "403 - Origin not allowed.\n" : `200 ${origin} ${id}`;
}

/** Every value, should there be two. */
function acaoOf(headers: unknown): string {
  const fields = Object.entries(headers as Readonly<Record<string, unknown>>);
  const values = fields.filter(([name]) => name.toLowerCase() === "access-control-allow-origin");
  return values.flatMap(([, value]) => value).join(" and ") || "-";
}
