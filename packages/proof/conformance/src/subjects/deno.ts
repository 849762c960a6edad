import { withCors } from "@crossgate/deno";
import { createCors, type Gate } from "@crossgate/core";
import { stepsOf, type ExchangeCase } from "../case.ts";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Handler, Subject } from "../subject.ts";

type Answering = (request: Request) => Response | Promise<Response>;

/** As Deno calls a handler. */
const INFO = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 8000 },
  completed: Promise.resolve(),
} as const;

/** `Deno.serve(withCors(handler, options))`. */
export const guardedHandler: BuildGateway = (options, handler) => {
  const guarded = withCors(answering(handler), options);
  return { fetch: (request) => guarded(request, INFO) };
};

/** `Deno.serve(withCors(handler, (request) => gate))`. */
const chosenHandler: BuildGateway = (options, handler) => {
  const gate: Gate = createCors(options);
  const guarded = withCors(answering(handler), () => gate);
  return { fetch: (request) => guarded(request, INFO) };
};

/** `Deno.serve(withCors({ handler, onError }, options))`, with an `onError` that leaves errors alone. */
const guardedInit: BuildGateway = (options, handler) => {
  const onError = (error: unknown): Response => {
    throw error;
  };
  const guarded = withCors({ handler: answering(handler), onError }, options);
  return { fetch: (request) => guarded.handler(request, INFO) };
};

/** `export default withCors({ fetch }, options)`. */
export const guardedExport: BuildGateway = (options, handler) => {
  const guarded = withCors({ fetch: answering(handler) }, options);
  return { fetch: (request) => guarded.fetch(request, INFO) };
};

/** `undefined` is no response on this host. The cases ask for its outcome too. */
function answering(handler: Handler): Answering {
  return (request) => handler(request) as Response;
}

/** What Deno refuses is answered by `onError`, and so never seen as it is. */
function whyOnErrorIsAsked(exchange: ExchangeCase): string | undefined {
  const isRefused = stepsOf(exchange).some(({ handler, expect }) => {
    const isNoAnswer = handler?.kind === "undefined" || handler?.kind === "network-error";
    return isNoAnswer && expect.handlerCalled !== false;
  });
  return isRefused ? "onError answers what Deno would refuse" : undefined;
}

export const denoSubjects: readonly Subject[] = [
  inProcess("deno withCors, handler", guardedHandler),
  { ...inProcess("deno withCors, handler and onError", guardedInit), omits: whyOnErrorIsAsked },
  inProcess("deno withCors, fetch", guardedExport),
  { ...inProcess("deno withCors, a function of the request", chosenHandler), chooses: true },
];
