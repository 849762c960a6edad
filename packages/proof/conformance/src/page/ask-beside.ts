import type { CaseRequest } from "../case.ts";
import { buildRequest } from "../request.ts";
import type { Session } from "../subject.ts";
import { headerOf, isPreflight } from "./page-request.ts";
import { type Ask, responseOf } from "./page-view.ts";

/**
 * Further requests to the gate of a case, under numbers beyond its own steps: the application
 * answers them with its default. The request behind an allowed preflight is put to gates in process
 * only, since hosts and some runtimes refuse unusual methods. There it counts as answered rightly.
 */
export function askBeside(session: Session, steps: number, isRemote: boolean): Ask {
  let next = steps;
  return async (request) => {
    // Node warns of this one method a tick later, which would count as a report of the next case.
    if (request.method === "patch") await new Promise((resolve) => setTimeout(resolve));
    if (!isPreflight(request) && (isRemote || !isExpressible(request))) return rightAnswer(request);
    const seen = await session.send({ request, expect: { handlerCalled: true } }, next++);
    return responseOf(seen);
  };
}

function isExpressible(request: CaseRequest): boolean {
  try {
    buildRequest(request, 0);
    return true;
  } catch {
    return false;
  }
}

function rightAnswer(request: CaseRequest): Response {
  const headers = {
    "access-control-allow-origin": headerOf(request, "origin") ?? "*",
    "access-control-allow-credentials": "true",
  };
  return new Response(null, { headers });
}
