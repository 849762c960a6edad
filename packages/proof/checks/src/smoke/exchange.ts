import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** A request of a page, and what exactly must come back. */
export interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  readonly body: string;
  /** Every CORS header, `Vary` and, of a refusal, `Cache-Control`. What is not named is not there. */
  readonly answer: Readonly<Record<string, string>>;
}

const TIME_LIMIT_MS = 120_000;
/** What Next, and its compression, write into `Vary` on everything. */
const NEXT_VARY = /^(?:rsc|next-router-[a-z-]+|Accept-Encoding)$/;

/** What came back otherwise than it must. */
export async function exchangeProblem(base: string, each: Exchange): Promise<string | undefined> {
  const outgoing = request(new URL(each.path, base), {
    method: each.method ?? "GET",
    headers: each.headers,
    agent: false,
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  }).end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  const actual = {
    status: response.statusCode,
    body: await text(response),
    answer: relevant(response, each.status === 403),
  };
  const expected = { status: each.status, body: each.body, answer: sorted(each.answer) };
  const [said, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  return said === wanted ? undefined : `came     ${said}\nexpected ${wanted}`;
}

function relevant(
  { headersDistinct }: IncomingMessage,
  refused: boolean,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headersDistinct)
    .filter(
      ([name]) => name.startsWith("access-control-") || ["vary", "cache-control"].includes(name),
    )
    .filter(([name]) => refused || name !== "cache-control")
    // Two lines of one header show as what they are.
    .map(([name, lines = []]) => [name, name === "vary" ? ownVary(lines) : lines.join(" | ")])
    .filter(([, value]) => value !== "");
  return sorted(Object.fromEntries(entries));
}

function ownVary(lines: readonly string[]): string {
  const names = lines.flatMap((line) => line.split(",").map((name) => name.trim()));
  return names.filter((name) => !NEXT_VARY.test(name)).join(", ");
}

function sorted(answer: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(answer).toSorted(([a], [b]) => a.localeCompare(b, "en")),
  );
}
