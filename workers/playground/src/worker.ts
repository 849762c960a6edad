import { answerCall } from "./demo/endpoint.ts";
import type { Env } from "./env.ts";
import { protectAnswer, protectFrame, protectPage } from "./protect.ts";

const worker: ExportedHandler<Env> = {
  async fetch(request, env) {
    const { origin, pathname } = new URL(request.url);
    if (pathname.startsWith("/demo/")) {
      const places = { page: env.PAGE_ORIGIN, api: env.API_ORIGIN };
      return protectAnswer(await answerCall(request, places));
    }
    // Whether the server is there at all can be asked without CORS.
    if (pathname === "/alive") return new Response(null, { status: 204 });
    if (origin !== env.PAGE_ORIGIN) return Response.redirect(env.PAGE_ORIGIN, 302);
    if (pathname === "/config.json") {
      return protectPage(Response.json({ apiOrigin: env.API_ORIGIN }), env);
    }
    const isFrame = pathname === "/frame" || pathname === "/frame.js";
    return (isFrame ? protectFrame : protectPage)(await env.ASSETS.fetch(request), env);
  },
};

export default worker;
