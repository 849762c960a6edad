import { createBrowser, CorsBlockedError } from "@crossgate/browser";
import { type Network, withNetwork } from "./network.ts";
import { type Ask, ASKS, type Difference, ORIGINS, type Outcome } from "./site.ts";

const JSON_BODY = { headers: { "content-type": "application/json" }, body: "{}" };

/** What each page gets, by `origin: ask`. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Asks an application everything, as pages in a browser do. */
export function outcomesOf(module: object): Promise<Outcomes> {
  return withNetwork(module as Parameters<typeof withNetwork>[0], async (network) => {
    const outcomes = new Map<string, Outcome>();
    for (const origin of ORIGINS) {
      for (const ask of ASKS) outcomes.set(key(origin, ask), await outcome(network, origin, ask));
    }
    return outcomes;
  });
}

/** What the notes expect after a change, from what was before it. */
export function expected(before: Outcomes, differences: readonly Difference[]): Outcomes {
  const after = new Map(before);
  for (const { origins, asks, now } of differences) {
    for (const origin of origins) for (const ask of asks) after.set(key(origin, ask), now);
  }
  return after;
}

/** Notes on pages that get what they got before. */
export function idle(before: Outcomes, differences: readonly Difference[]): readonly string[] {
  return differences.flatMap(({ origins, asks, now }) =>
    origins.flatMap((origin) =>
      asks.map((ask) => key(origin, ask)).filter((each) => before.get(each) === now),
    ),
  );
}

function key(origin: string, ask: Ask): string {
  return `${origin}: ${ask}`;
}

async function outcome(network: Network, origin: string, ask: Ask): Promise<Outcome> {
  const page = createBrowser({ network }).open(origin);
  const [method = ""] = ask.split(" ");
  const init: RequestInit = { method, credentials: ask.includes("cookies") ? "include" : "omit" };
  const asked = method === "PUT" ? { ...init, ...JSON_BODY } : init;
  try {
    const response = await page.fetch("https://api.example.com/data", asked);
    return response.ok ? "read" : "blocked";
  } catch (error) {
    if (error instanceof CorsBlockedError) return "blocked";
    throw error;
  }
}
