import type { Cors } from "@crossgate/core";
import { cors as ittyCors, Router } from "itty-router";
import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { HEADERS, MAX_AGE, METHODS } from "../policy.ts";
import { OF_ITTY_ROUTER } from "./differences.ts";

const bare = Router().get("/data", application);

/** @param origin what the peer allows: a list, or an expression */
export function onIttyRouter(cors: Cors, origin: string[] | RegExp): Family {
  const { preflight, corsify } = ittyCors({
    origin,
    allowMethods: [...METHODS],
    allowHeaders: [...HEADERS],
    credentials: true,
    maxAge: MAX_AGE,
  });
  const guarded = Router({ before: [preflight], finally: [corsify] }).get("/data", application);
  return {
    bare: { name: "itty-router", handle: (request) => bare.fetch(request) },
    guarded: [
      {
        name: "itty-router cors",
        handle: (request) => guarded.fetch(request),
        differences: OF_ITTY_ROUTER,
      },
      {
        name: "crossgate wrap around itty-router",
        handle: cors.wrap((request: Request): Promise<Response> => bare.fetch(request)),
      },
    ],
  };
}
