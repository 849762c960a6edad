import { createCors } from "@crossgate/core";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
  onError: (error) => {
    console.error(error);
    return Response.json({ error: "internal" }, { status: 500 });
  },
});

export const fetch = cors.wrap(handle);

async function handle(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/api/fails") throw new Error("the database is down");
  if (pathname !== "/api/data") return Response.json({ error: "not found" }, { status: 404 });
  if (request.method === "GET") return Response.json({ data: "hello world" });
  return Response.json({ received: await request.text() });
}
