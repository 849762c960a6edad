import { withCors } from "@crossgate/deno";

Deno.serve(
  withCors(
    async (request: Request) => {
      const { pathname } = new URL(request.url);
      if (pathname === "/api/fails") throw new Error("the database is down");
      if (pathname !== "/api/data") return Response.json({ error: "not found" }, { status: 404 });
      if (request.method === "GET") return Response.json({ data: "hello world" });
      return Response.json({ received: await request.text() });
    },
    {
      origin: ["https://myapp.com", "http://localhost:*"],
      allowMethods: ["GET", "POST", "PUT"],
      allowHeaders: ["authorization", "x-client-info", "apikey", "content-type"],
      credentials: true,
      maxAge: 7200,
      onError: (error) => {
        console.error(error);
        return Response.json({ error: "internal" }, { status: 500 });
      },
    },
  ),
);
