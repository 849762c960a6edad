import { isConstruction, stepsOf, type Case, type ExchangeCase, type Step } from "../case.ts";
import { viewOfPage } from "./page-view.ts";

/** How many requests of the cases a page can cause, and why it can't cause the others. */
export interface ViewCoverage {
  readonly cases: number;
  /** Cases of which at least one request is seen as a page sees it. */
  readonly viewed: number;
  readonly requests: number;
  readonly viewedRequests: number;
  /** Requests by the reason why no page has a view of them. */
  readonly never: ReadonlyMap<string, number>;
}

/** Needs no gate: whether a browser sends a request does not hang on the response. */
export async function viewCoverage(all: readonly Case[]): Promise<ViewCoverage> {
  const exchanges = all.filter(
    (candidate): candidate is ExchangeCase => !isConstruction(candidate),
  );
  const never = new Map<string, number>();
  let [viewed, requests, viewedRequests] = [0, 0, 0];
  for (const exchange of exchanges) {
    let views = 0;
    for (const step of stepsOf(exchange)) {
      const reason = await whyNever(step);
      if (reason === undefined) views++;
      else never.set(reason, (never.get(reason) ?? 0) + 1);
      requests++;
    }
    viewedRequests += views;
    if (views > 0) viewed++;
  }
  return { cases: exchanges.length, viewed, requests, viewedRequests, never };
}

async function whyNever({ request, expect }: Step): Promise<string | undefined> {
  if ((expect.outcome ?? "response") !== "response") return "what comes out is no response to read";
  const origin = request.headers?.find(([name]) => name === "origin")?.[1] ?? "";
  const open = (): Response =>
    new Response(null, {
      headers: {
        "access-control-allow-origin": /^[\u0021-\u007e]*$/.test(origin) ? origin : "*",
        "access-control-allow-methods": "*",
        "access-control-allow-headers": "*",
      },
    });
  const result = await viewOfPage(request, { origin: "*" }, open(), async () => open());
  return "never" in result ? result.never : undefined;
}

export function formatViewCoverage(coverage: ViewCoverage): string {
  const { cases, viewed, requests, viewedRequests, never } = coverage;
  const reasons = [...never].toSorted(([, one], [, other]) => other - one);
  return [
    `page's view: ${viewed} of ${cases} exchange cases, ${viewedRequests} of ${requests} requests`,
    ...reasons.map(([reason, count]) => `  no page's view ${count} times: ${reason}`),
  ].join("\n");
}
