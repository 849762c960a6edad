import { cors as ittyCors, Router } from "itty-router";
import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { cors, HEADERS, MAX_AGE, METHODS, ORIGINS } from "../policy.ts";
import { OF_ITTY_ROUTER } from "./differences.ts";

const { preflight, corsify } = ittyCors({
  origin: [...ORIGINS],
  allowMethods: [...METHODS],
  allowHeaders: [...HEADERS],
  credentials: true,
  maxAge: MAX_AGE,
});
const bare = Router().get("/data", application);
const guarded = Router({ before: [preflight], finally: [corsify] }).get("/data", application);

export const onIttyRouter: Family = {
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
