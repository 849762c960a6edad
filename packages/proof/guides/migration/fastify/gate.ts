import type { Gate, Verdict } from "@crossgate/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { NodeRequest } from "srvx/node";

/** Crossgate in front of every route of an application, of those it does not have too. */
export function gate(app: FastifyInstance, cors: Gate): void {
  const verdicts = new WeakMap<FastifyRequest, Verdict>();
  app.addHook("onRequest", async (request, reply) => {
    const verdict = await cors.check(new NodeRequest({ req: request.raw, res: reply.raw }));
    if (verdict.response === undefined) verdicts.set(request, verdict);
    else await reply.send(verdict.response);
  });
  app.addHook("onSend", async (request, reply) => {
    const verdict = verdicts.get(request);
    if (verdict) decorate(reply, verdict);
  });
}

function decorate(reply: FastifyReply, verdict: Verdict): void {
  const written = new Headers();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (isGates(name)) for (const one of [value].flat()) written.append(name, String(one));
  }
  const { headers } = verdict.apply(new Response(null, { headers: written }));
  for (const name of written.keys()) reply.removeHeader(name);
  for (const [name, value] of headers) reply.header(name, value);
}

function isGates(name: string): boolean {
  return name === "vary" || name.startsWith("access-control-");
}
