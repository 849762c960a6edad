import { openApi, partnerApi, verdictOf } from "./api.ts";
import type { Env } from "./env.ts";
import { describeExchange } from "./exchange.ts";
import { protect } from "./protect.ts";

import type { Recorder } from "./recorder.ts";

export { Recorder } from "./recorder.ts";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

const worker: ExportedHandler<Env> = {
  async fetch(request, env, ctx) {
    const url = new URL(request.url);
    if (url.pathname.startsWith("/api/")) return answerAndRecord(request, env, ctx);
    if (url.origin !== env.PAGE_ORIGIN) return Response.redirect(env.PAGE_ORIGIN, 302);
    switch (url.pathname) {
      case "/config.json":
        return protect(Response.json({ apiOrigin: env.API_ORIGIN }), env);
      case "/exchanges.json":
        return protect(Response.json((await recorderOf(request, env)?.list()) ?? []), env);
      default:
        return protect(await env.ASSETS.fetch(request), env);
    }
  },
};

export default worker;

async function answerAndRecord(
  request: Parameters<typeof openApi.fetch>[0],
  env: Env,
  ctx: ExecutionContext,
): Promise<Response> {
  const api = new URL(request.url).pathname === "/api/partner" ? partnerApi : openApi;
  const response = await api.fetch(request, env, ctx);
  const verdict = verdictOf(request);
  // Before the response leaves, because the page asks for the record as soon as it has it.
  if (verdict) await recorderOf(request, env)?.record(describeExchange(request, response, verdict));
  return response;
}

/** The page gives each run an id that nobody can guess, and the API's requests carry it. */
function recorderOf(request: Request, env: Env): DurableObjectStub<Recorder> | undefined {
  const run = new URL(request.url).searchParams.get("run") ?? "";
  return UUID.test(run) ? env.RECORDER.getByName(run) : undefined;
}
