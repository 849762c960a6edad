import { setHeaders } from "../contenders/by-hand.ts";
import { cors } from "../policy.ts";

export const VARIANTS = ["bare", "hand", "gated"] as const;
export type Variant = (typeof VARIANTS)[number];

/** As small as an application gets that still looks where a request goes. */
function app(request: Request): Response {
  const { pathname } = new URL(request.url);
  return pathname === "/data"
    ? Response.json({ data: "hello world" })
    : new Response("Not found\n", { status: 404 });
}

export const APPS: Readonly<Record<Variant, (request: Request) => Response | Promise<Response>>> = {
  bare: app,
  hand: (request) => {
    const response = app(request);
    setHeaders(response.headers, request.headers.get("origin"));
    return response;
  },
  gated: cors.wrap(app),
};
