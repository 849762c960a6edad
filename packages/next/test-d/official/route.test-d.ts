// With Next's types: handlers and proxies are what Next's own route checks accept. (Those checks
// run too, when the application under fixtures/ is built.)
import { createCors } from "@crossgate/core";
import { corsProxy, withCors } from "@crossgate/next";
import { redirect } from "next/navigation.js";
import { type NextProxy, type NextRequest, NextResponse } from "next/server.js";

/** What Next generates for a route with these parameters. */
type Route<Params> = (
  request: NextRequest,
  context: { params: Promise<Params> },
  // oxlint-disable-next-line typescript/no-invalid-void-type -- Next's own words
) => Promise<Response | void> | Response | void;

export const inline: Record<"GET" | "HEAD" | "POST" | "OPTIONS", Route<{ id: string }>> = withCors(
  {
    GET: async (request, { params }) => NextResponse.json([request.nextUrl, await params]),
    HEAD: () => redirect("/elsewhere"),
    POST(request) {
      if (request.cookies.has("session")) redirect("/elsewhere");
    },
  },
  { origin: "https://myapp.com" },
);

export const annotated: Record<"GET" | "OPTIONS", Route<{ slug?: string[] }>> = withCors(
  {
    async GET(request: NextRequest, { params }: { params: Promise<{ slug?: string[] }> }) {
      const { slug = [] } = await params;
      return NextResponse.json({ slug: slug.join("/"), page: request.nextUrl.pathname });
    },
  },
  createCors({ origin: "*" }),
);

const json = withCors({ GET: () => NextResponse.json({ data: 1 }) }, { origin: "*" });

/** What the handler answers stays known. */
export const kept: Promise<Response | NextResponse<{ data: number }>> = json.GET(
  new Request("https://api.example.com/"),
);

export const proxy: NextProxy = corsProxy(
  { origin: "*" },
  { proxy: (request) => NextResponse.rewrite(new URL("/api", request.nextUrl)) },
);

export const typed: NextProxy = corsProxy(() => ({ origin: "*" }), {
  proxy: (request: NextRequest, event) => {
    event.waitUntil(Promise.resolve(request.nextUrl.locale));
    return NextResponse.next();
  },
});
