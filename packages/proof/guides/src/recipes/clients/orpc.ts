import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { RouterClient } from "@orpc/server";
import type { AppRouter } from "../../../recipes/orpc/server.ts";
import type { Client } from "../recipe.ts";

export const orpc: Client = (fetch, server) => {
  const link = new RPCLink({
    url: `${server}/rpc`,
    fetch: (request, init) => fetch(request, { ...init, credentials: "include" }),
    headers: { authorization: "Bearer good" },
  });
  const client: RouterClient<AppRouter> = createORPCClient(link);
  return client.hello();
};
