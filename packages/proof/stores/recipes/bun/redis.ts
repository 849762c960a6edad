import { rememberedOrigins } from "@crossgate/origins";
import { RedisClient } from "bun";

/** Allowed origins in Redis: of each tenant a set `origins:<tenant>`. */
export async function redisOrigins(url: string) {
  // Without a queue a look-up fails at once while Redis is away, and none is sent when it is back.
  const client = new RedisClient(url, { enableOfflineQueue: false });
  const origin = rememberedOrigins<{ tenant: string }>(
    (origin, { tenant }) => client.sismember(`origins:${tenant}`, origin),
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );

  const subscriber = new RedisClient(url);
  // Whatever was published while the connection was away is lost.
  subscriber.onconnect = () => origin.forget();
  await Promise.all([client.connect(), subscriber.connect()]);
  await subscriber.subscribe("origins", (key) => origin.forget(key));
  origin.forget();

  const close = () => {
    client.close();
    subscriber.close();
  };
  return { origin, client, close };
}

/** Adds an origin and tells every server. */
export async function allow(client: RedisClient, tenant: string, origin: string) {
  await client.sadd(`origins:${tenant}`, origin);
  await client.publish("origins", `${tenant} ${origin}`);
}

/** Removes an origin and tells every server. */
export async function remove(client: RedisClient, tenant: string, origin: string) {
  await client.srem(`origins:${tenant}`, origin);
  await client.publish("origins", `${tenant} ${origin}`);
}
