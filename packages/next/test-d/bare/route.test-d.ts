// Without Next's types, handlers written inline still have types.
import { corsProxy, withCors } from "@crossgate/next";

const inline = withCors(
  {
    async GET(request, { params }) {
      const { id } = await params;
      return Response.json({ id, page: request.nextUrl.searchParams.get("page") });
    },
    POST: async (request) => new Response(request.cookies.get("session")?.value ?? null),
  },
  {
    origin: async (origin, { params }) => (await params)["tenant"] === origin,
    onError: (error) => new Response(String(error), { status: 500 }),
  },
);

/** The host and a unit test can both call the result. */
export const answer: Promise<Response> = inline.OPTIONS(new Request("https://api.example.com/"));

interface UserContext {
  readonly params: Promise<{ id: string }>;
}

const annotated = withCors(
  { GET: async (_request: Request, { params }: UserContext) => new Response((await params).id) },
  { origin: async (origin, { params }) => (await params).id.startsWith(origin) },
);

export const user: Promise<Response> = annotated.GET(new Request("https://api.example.com/"), {
  params: Promise.resolve({ id: "7" }),
});

export const withoutArguments: Promise<Response> = withCors(
  { GET: () => new Response("hello") },
  ({ method }, { params }) => ({
    origin: "*",
    onError: async () => Response.json([method, await params]),
  }),
).GET(new Request("https://api.example.com/"));

export const proxy = corsProxy(
  { origin: (origin, event) => (event.waitUntil(Promise.resolve()), origin.endsWith(".example")) },
  { proxy: (request) => Response.redirect(request.nextUrl.clone()) },
);

// @ts-expect-error: there is no such handler
export const { PATCH } = inline;

const elsewhere = { params: Promise.resolve({ name: "x" }) };
// @ts-expect-error: the route has no such parameter
void annotated.GET(new Request("https://api.example.com/"), elsewhere);

// @ts-expect-error: what a handler answers is a response
withCors({ GET: () => "hello" }, { origin: "*" });

// @ts-expect-error: nothing that Next would call
withCors({ get: () => new Response("hello") }, { origin: "*" });

/** A proxy behind the gate is typed without annotation, and answers or goes on. */
corsProxy(
  { origin: "*" },
  {
    proxy: (request, event) => {
      event.waitUntil(Promise.resolve());
      return request.nextUrl.pathname === "/" ? new Response() : undefined;
    },
  },
);
corsProxy(
  { origin: "*" },
  {
    async proxy(request) {
      return request.cookies.has("a") ? null : Response.json(1);
    },
  },
);
// @ts-expect-error no answer
corsProxy({ origin: "*" }, { proxy: () => "hello" });
// @ts-expect-error no answer
corsProxy({ origin: "*" }, { proxy: (request) => request.url });
// @ts-expect-error no such option
corsProxy({ origin: "*" }, { routeHandlerOnly: true });
// @ts-expect-error no such method
corsProxy({ origin: "*" }, { proxy: (request) => request.nextUrl.foo() });
