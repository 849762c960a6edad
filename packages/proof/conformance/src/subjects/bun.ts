import { withCors } from "@crossgate/bun";
import { createCors, type Gate } from "@crossgate/core";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";

type Route = (request: Request, server: unknown) => Response | undefined | Promise<Response>;

/** What no case looks at. */
const SERVER = {};

/** `Bun.serve(withCors({ fetch }, options))`. */
export const guardedFetch: BuildGateway = (options, handler) => {
  const guarded = withCors({ fetch: (request: Request) => handler(request) }, options);
  return { fetch: (request) => guarded.fetch(request, SERVER as never) };
};

/** `Bun.serve(withCors({ routes }, options))`. */
const guardedRoute: BuildGateway = (options, handler) => {
  const { routes } = withCors(
    { routes: { "/*": (request: Request) => handler(request) } },
    options,
  );
  const route = routes["/*"] as unknown as Route;
  return { fetch: (request) => route(request, SERVER) };
};

/** `Bun.serve(withCors({ fetch, error }, options))`, with an `error` that has no response. */
const guardedError: BuildGateway = (options, handler) => {
  const fetch = (request: Request): ReturnType<typeof handler> => handler(request);
  const guarded = withCors({ fetch, error: () => undefined }, options);
  return { fetch: (request) => guarded.fetch(request, SERVER as never) };
};

/** `Bun.serve(withCors({ routes }, (request) => gate))`. */
const chosenRoute: BuildGateway = (options, handler) => {
  const route = (request: Request): ReturnType<typeof handler> => handler(request);
  const gate: Gate = createCors(options);
  const { routes } = withCors({ routes: { "/*": route } }, () => gate);
  return { fetch: (request) => (routes["/*"] as unknown as Route)(request, SERVER) };
};

export const bunSubjects: readonly Subject[] = [
  inProcess("bun withCors, fetch", guardedFetch),
  inProcess("bun withCors, route", guardedRoute),
  inProcess("bun withCors, fetch and error", guardedError),
  { ...inProcess("bun withCors, a function of the request", chosenRoute), chooses: true },
];
