import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/api/fails")({
  server: {
    handlers: {
      GET: () => {
        throw new Error("the database is down");
      },
    },
  },
});
