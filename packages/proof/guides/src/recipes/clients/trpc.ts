import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";
import type { AppRouter } from "../../../recipes/trpc/server.ts";
import type { Client } from "../recipe.ts";

export const trpc: Client = (fetch, server) => {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchStreamLink({
        url: `${server}/trpc`,
        fetch: (url, options) =>
          fetch(url, { ...(options as RequestInit), credentials: "include" }),
        headers: { authorization: "Bearer good" },
      }),
    ],
  });
  return client.hello.query();
};
