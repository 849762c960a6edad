import { withCors } from "@crossgate/deno";

Deno.serve(
  { port: Number(Deno.env.get("PORT") ?? 8787) },
  withCors(
    async (request) => {
      if (new URL(request.url).pathname !== "/api/hello") {
        return new Response(null, { status: 404 });
      }
      if (request.method === "PUT") return Response.json({ received: await request.json() });
      const headers = { "x-request-id": crypto.randomUUID() };
      return Response.json({ data: "hello world" }, { headers });
    },
    {
      origin: ["https://myapp.com", "http://localhost:*"],
      allowMethods: ["GET", "PUT"],
      allowHeaders: ["content-type"],
      exposeHeaders: ["x-request-id"],
    },
  ),
);
