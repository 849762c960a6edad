import { createCors } from "@crossgate/core";
import { withCors } from "@crossgate/next";
import { inProcess } from "../in-process.ts";
import type { BuildGateway, Subject } from "../subject.ts";

/** The methods that Next calls a handler for. */
type Method = "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "DELETE" | "PATCH";

/** What a policy allows that does not say; here not what is exported, because cases expect all. */
const { allowMethods } = createCors({ origin: "*" }).options;

/** `withCors` around one handler for every method, called as Next calls a route. */
export const routed: BuildGateway = (options, handler) => {
  // `undefined` is no answer on this host; what becomes of it is asked all the same.
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
  const guarded = withCors(handlers, { allowMethods, ...options });
  const context = { params: Promise.resolve({}) };
  // In process any method is put to the gate; on the wire Next has refused those it does not know.
  return {
    fetch: async (request) => (guarded[request.method as Method] ?? guarded.GET)(request, context),
  };
};

export const nextSubjects: readonly Subject[] = [inProcess("next withCors", routed)];
