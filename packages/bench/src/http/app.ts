import { cors } from "../policy.ts";

export type Variant = "bare" | "gated";

/** As small as an application gets that still looks where a request goes. */
function app(request: Request): Response {
  const { pathname } = new URL(request.url);
  return pathname === "/data"
    ? Response.json({ data: "hello world" })
    : new Response("Not found\n", { status: 404 });
}

export const APPS: Readonly<Record<Variant, (request: Request) => Response | Promise<Response>>> = {
  bare: app,
  gated: cors.wrap(app),
};
