import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/api/data")({
  server: {
    handlers: {
      GET: () => Response.json({ data: "hello world" }),
      POST: async ({ request }) => Response.json({ received: await request.text() }),
    },
  },
});
