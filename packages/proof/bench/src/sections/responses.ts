import { byHand, byHandWithCare } from "../contenders/by-hand.ts";
import { LOADS } from "../loads.ts";
import { cors } from "../policy.ts";
import { checked, type Comparison } from "../trial.ts";

const COUNTS = [1, 5, 10, 20];
const BARE = "bare handler";

/** What a gate reads grows with the headers that the handler sets. */
export function responses(): readonly Comparison[] {
  const [allowed] = LOADS;
  if (!allowed) return [];
  return COUNTS.map((count) => {
    const application = answering(count);
    const handlers = {
      "set by hand": byHand(application),
      "by hand, R3 R4 R6 kept": byHandWithCare(application),
      "crossgate wrap": cors.wrap(application),
    };
    const { request } = allowed;
    return {
      load: count === 1 ? "1 header" : `${count} headers`,
      trials: [
        { contender: BARE, work: application, requests: [request] },
        ...Object.entries(handlers).map(([name, handle]) =>
          checked(name, handle, request, allowed, BARE),
        ),
      ],
    };
  });
}

/**
 * So many headers, the type of the text among them. They are appended, because what a runtime makes
 * of a record with many names would drown what is added to it.
 */
function answering(count: number): () => Response {
  const others = Array.from(
    { length: count - 1 },
    (_, index) => [`x-header-${index}`, `value ${index}`] as const,
  );
  return () => {
    const response = new Response("{}");
    for (const [name, value] of others) response.headers.append(name, value);
    return response;
  };
}
