import type { Host } from "./answer.ts";
import { createApplication } from "./application.ts";
import { isConstruction, type Case } from "./case.ts";
import { Recorder } from "./recorder.ts";
import type { BuildGateway, Gateway } from "./subject.ts";

/**
 * One server for all cases: the first segment of the path names the case whose policy and
 * application answer, the step comes in a header. The other side is `overHttp`.
 */
export function serveCases(
  cases: readonly Case[],
  build: BuildGateway,
  host: Host,
): (request: Request) => Promise<Response> {
  const gateways = new Map<string, Gateway["fetch"]>();
  const open = (id: string): Gateway["fetch"] | undefined => {
    const known = gateways.get(id);
    if (known) return known;
    const exchange = cases.find((candidate) => candidate.id === id);
    if (!exchange || isConstruction(exchange)) return undefined;
    const application = createApplication(exchange, host, new Recorder());
    const { fetch } = build(exchange.options, application, () => {});
    gateways.set(id, fetch);
    return fetch;
  };
  return async (request) => {
    const [, id = ""] = new URL(request.url).pathname.split("/");
    const answer = await open(id)?.(request);
    return answer ?? new Response(`no response for ${id}`, { status: 501 });
  };
}
