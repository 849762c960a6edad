import { createServerAdapter, useCORS } from "@whatwg-node/server";
import { application } from "../application.ts";
import type { Family } from "../contender.ts";
import { cors, HEADERS, MAX_AGE, METHODS, ORIGINS } from "../policy.ts";
import { OF_WHATWG_NODE } from "./differences.ts";

const bare = createServerAdapter(application);
const guarded = createServerAdapter(application, {
  plugins: [
    useCORS({
      origin: [...ORIGINS],
      methods: [...METHODS],
      allowedHeaders: [...HEADERS],
      credentials: true,
      maxAge: MAX_AGE,
    }),
  ],
});

export const onWhatwgNode: Family = {
  bare: { name: "@whatwg-node/server", handle: (request) => bare.fetch(request) },
  guarded: [
    {
      name: "@whatwg-node/server useCORS",
      handle: (request) => guarded.fetch(request),
      differences: OF_WHATWG_NODE,
    },
    {
      name: "crossgate wrap around @whatwg-node/server",
      handle: cors.wrap((request: Request): Response | Promise<Response> => bare.fetch(request)),
    },
  ],
};
