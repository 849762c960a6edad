import { createCors } from "@crossgate/core";
import { cors as elysiaCors } from "@elysiajs/cors";
import { cors as honoCors } from "hono/cors";
import { cors as ittyCors } from "itty-router/cors";
import { useCORS } from "@whatwg-node/server";
import { HEADERS, MAX_AGE, METHODS, ORIGINS, POLICY } from "../policy.ts";
import { actual } from "../loads.ts";
import type { Comparison, Trial } from "../trial.ts";

/** Making a gate of a policy, which is where Crossgate does its checking. */
export function construction(): readonly Comparison[] {
  const requests = [actual()];
  const origin = [...ORIGINS];
  const [methods, headers] = [[...METHODS], [...HEADERS]];
  const common = { origin, credentials: true as const, maxAge: MAX_AGE };
  const works: Record<string, Trial["work"]> = {
    crossgate: () => createCors(POLICY),
    "hono/cors": () => honoCors({ ...common, allowMethods: methods, allowHeaders: headers }),
    "itty-router cors": () => ittyCors({ ...common, allowMethods: methods, allowHeaders: headers }),
    "@elysiajs/cors": () => elysiaCors({ ...common, methods, allowedHeaders: headers }),
    "@whatwg-node/server useCORS": () => useCORS({ ...common, methods, allowedHeaders: headers }),
  };
  const trials = Object.entries(works).map(([contender, work]) => ({ contender, work, requests }));
  return [{ load: "construction", trials }];
}
