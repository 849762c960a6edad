import { withCors } from "@crossgate/cloudflare";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";

/** `withCors({ fetch }, options)`, called as the runtime calls a Worker. */
export const guarded: BuildGateway = (options, handler) => {
  // `undefined` is no response on this host. The cases ask for its outcome too.
  const answer = handler as (request: Request) => Response | Promise<Response>;
  const worker = withCors({ fetch: (request: Request) => answer(request) }, options);
  const ctx = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  return { fetch: (request) => worker.fetch(request, {}, ctx) };
};

/** A class, instantiated for each request as the runtime does with an entrypoint. */
const guardedClass: BuildGateway = (options, handler) => {
  const Guarded = withCors(
    class {
      fetch(request: Request): Response {
        return handler(request) as Response;
      }
    },
    options,
  );
  return { fetch: (request) => new Guarded().fetch(request) };
};

/** The same, with `fetch` as a field of the instance. */
const guardedField: BuildGateway = (options, handler) => {
  const Guarded = withCors(
    class {
      readonly fetch = (request: Request): Response => handler(request) as Response;
    },
    options,
  );
  return { fetch: (request) => new Guarded().fetch(request) };
};

export const cloudflareSubjects: readonly Subject[] = [
  inProcess("cloudflare withCors", guarded),
  inProcess("cloudflare withCors of a class", guardedClass),
  inProcess("cloudflare withCors of a class with a field", guardedField),
];
