import { createCors, type Gate } from "@crossgate/core";
import { withCors, type RoutePolicy } from "@crossgate/next";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Handler, Subject } from "../subject.ts";

/** The methods that Next calls a handler for. */
type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "DELETE" | "PATCH";

/** What a policy allows that does not say; here not what is exported, because cases expect all. */
const { allowMethods } = createCors({ origin: "*" }).options;

/** `withCors` around one handler for every method, called as Next calls a route. */
export const routed: BuildGateway = (options, handler) =>
  route({ allowMethods, ...options }, handler);

/** The same, with a function of the request. */
const chosen: BuildGateway = (options, handler) => {
  const gate: Gate = createCors(options);
  return route(() => gate, handler);
};

function route(policy: RoutePolicy, handler: Handler): ReturnType<BuildGateway> {
  // `undefined` is no response on this host. The cases ask for its outcome too.
  const answer = handler as (request: Request) => Response | Promise<Response>;
  const handlers: Record<Method, typeof answer> = {
    GET: answer,
    HEAD: answer,
    OPTIONS: answer,
    POST: answer,
    PUT: answer,
    DELETE: answer,
    PATCH: answer,
  };
  const guarded = withCors(handlers, policy);
  const context = { params: Promise.resolve({}) };
  // In process any method is put to the gate; on the wire Next has refused those it does not know.
  return {
    fetch: async (request) => (guarded[request.method as Method] ?? guarded.GET)(request, context),
  };
}

export const nextSubjects: readonly Subject[] = [
  inProcess("next withCors", routed),
  { ...inProcess("next withCors, a function of the request", chosen), chooses: true },
];
