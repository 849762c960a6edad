import { createCors, type CorsOptions, type Gate } from "@crossgate/core";
import { cors, type HonoOptions } from "@crossgate/hono";
import { Hono, type MiddlewareHandler } from "hono";
import { Hono as OldestHono } from "hono-oldest";
import { stepsOf, type ExchangeCase } from "../case.ts";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Handler, Subject } from "../subject.ts";

/** An app of an older version has the same methods, and its own classes. */
const Oldest = OldestHono as unknown as typeof Hono;

/** `app.use(cors(options))` in front of one route for everything. */
export const mounted: BuildGateway = mountedOn(Hono);

function mountedOn(App: typeof Hono): BuildGateway {
  return (options, handler) => mount(new App(), cors(withoutOnError(options)), options, handler);
}

export const mountedOnOldest: BuildGateway = mountedOn(Oldest);

/** `app.use(cors((c) => gate))`. */
const chosen: BuildGateway = (options, handler) => {
  const gate: Gate = createCors(options);
  return mount(
    new Hono(),
    cors(() => gate),
    options,
    handler,
  );
};

function mount(
  app: Hono,
  gate: MiddlewareHandler,
  options: CorsOptions,
  handler: Handler,
): ReturnType<BuildGateway> {
  const { onError } = options ?? {};
  app.use(gate);
  // `undefined` is no response on this host, and no case asks for it.
  const answer = handler as (request: Request) => Response | Promise<Response>;
  app.all("*", (c) => answer(c.req.raw));
  app.onError((error, c) => {
    if (onError) return onError(error, c.req.raw, c);
    // An app that does not answer errors itself, so that they are seen to go on.
    throw error;
  });
  return { fetch: (request) => app.fetch(request) };
}

/** Hono's place for it is the app; what is no function stays, and is refused. */
function withoutOnError(options: CorsOptions): HonoOptions {
  if (typeof options?.onError !== "function") return options as HonoOptions;
  return { ...options, onError: undefined };
}

function whyNotOnHono(exchange: ExchangeCase): string | undefined {
  for (const { handler, expect } of stepsOf(exchange)) {
    if (handler?.kind === "undefined") return "a handler of Hono answers with a response";
    if (exchange.options.onError && expect.outcome === "handler-error") {
      return "what app.onError throws is between Hono and its host";
    }
  }
  return undefined;
}

export const honoSubjects: readonly Subject[] = [
  { ...inProcess("hono cors", mounted), omits: whyNotOnHono },
  { ...inProcess("hono cors, oldest Hono", mountedOnOldest), omits: whyNotOnHono },
  { ...inProcess("hono cors, a function of c", chosen), chooses: true },
];
