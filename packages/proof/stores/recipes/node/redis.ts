import { rememberedOrigins } from "@crossgate/origins";
import { createClient } from "redis";

/** Allowed origins in Redis: of each tenant a set `origins:<tenant>`. */
export async function redisOrigins(url: string) {
  // Without a queue a look-up fails at once while Redis is away, and none is sent when it is back.
  const client = createClient({ url, disableOfflineQueue: true });
  client.on("error", (error) => console.error("redis", error));
  const origin = rememberedOrigins<{ tenant: string }>(
    (origin, { tenant }) => client.sIsMember(`origins:${tenant}`, origin),
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );

  const subscriber = createClient({ url });
  subscriber.on("error", (error) => console.error("redis", error));
  // Whatever was published while the connection was away is lost.
  subscriber.on("ready", () => origin.forget());
  await Promise.all([client.connect(), subscriber.connect()]);
  await subscriber.subscribe("origins", (key) => origin.forget(key));
  origin.forget();

  const close = () => {
    client.destroy();
    subscriber.destroy();
  };
  return { origin, client, close };
}

type Client = Awaited<ReturnType<typeof redisOrigins>>["client"];

/** Adds an origin and tells every server, in one step. */
export async function allow(client: Client, tenant: string, origin: string) {
  const both = client.multi().sAdd(`origins:${tenant}`, origin);
  await both.publish("origins", `${tenant} ${origin}`).exec();
}

/** Removes an origin and tells every server, in one step. */
export async function remove(client: Client, tenant: string, origin: string) {
  const both = client.multi().sRem(`origins:${tenant}`, origin);
  await both.publish("origins", `${tenant} ${origin}`).exec();
}
