// Serves every app on Node by @hono/node-server, behind core's wrap.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createCors, type Gate } from "@crossgate/core";
import { fetchOf } from "../src/fetch-of.ts";
import { POLICIES, type GateName } from "../src/policies.ts";
import { startAll } from "../src/start-all.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

await startAll({
  async function(app, gate) {
    const server = createAdaptorServer({ fetch: guarded(fetchOf(app), gate) });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
});

function guarded(fetch: object, gate: GateName): Fetch {
  if (gate === "none") return fetch as Fetch;
  const cors: Gate = createCors(POLICIES[gate]);
  return cors.wrap(fetch as Fetch);
}
