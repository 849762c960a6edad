import { env } from "node:process";
import { withCors } from "@crossgate/bun";

const server = Bun.serve(
  withCors(
    {
      port: Number(env["PORT"] ?? 8787),
      routes: {
        "/api/hello": {
          GET: () => {
            const headers = { "x-request-id": crypto.randomUUID() };
            return Response.json({ data: "hello world" }, { headers });
          },
          PUT: async (request) => Response.json({ received: await request.json() }),
        },
      },
    },
    {
      origin: ["https://myapp.com", "http://localhost:*"],
      allowMethods: ["GET", "PUT"],
      allowHeaders: ["content-type"],
      exposeHeaders: ["x-request-id"],
    },
  ),
);

console.log(`${server.url}api/hello`);
