import { withCors } from "@crossgate/cloudflare";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";

/** `withCors({ fetch }, options)`, called as the runtime calls a Worker. */
export const guarded: BuildGateway = (options, handler) => {
  // `undefined` is no answer on this host; what becomes of it is asked all the same.
  const answer = handler as (request: Request) => Response | Promise<Response>;
  const worker = withCors({ fetch: (request: Request) => answer(request) }, options);
  const ctx = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  return { fetch: (request) => worker.fetch(request, {}, ctx) };
};

export const cloudflareSubjects: readonly Subject[] = [inProcess("cloudflare withCors", guarded)];
