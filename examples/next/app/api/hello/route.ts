import { withCors } from "@crossgate/next";

export const { GET, POST, OPTIONS } = withCors(
  {
    GET: () => Response.json({ data: "hello world" }),
    POST: async (request) => Response.json({ received: await request.json() }),
  },
  { origin: ["https://myapp.com", "http://localhost:*"], allowHeaders: ["content-type"] },
);
