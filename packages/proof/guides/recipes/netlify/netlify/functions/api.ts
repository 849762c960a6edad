import { createCors } from "@crossgate/core";
import type { Config, Context } from "@netlify/functions";

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

export default cors.wrap(async (request: Request, context: Context) => {
  const { pathname } = context.url;
  if (pathname === "/api/fails") throw new Error("the database is down");
  if (pathname !== "/api/data") return Response.json({ error: "not found" }, { status: 404 });
  if (request.method === "GET") return Response.json({ data: "hello world" });
  return Response.json({ received: await request.text() });
});

// Without `method`, which would keep preflights away.
export const config: Config = { path: "/api/*" };
