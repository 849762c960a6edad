import { rememberedOrigins } from "@crossgate/origins";
import { Redis } from "ioredis";

/** Allowed origins in Redis: of each tenant a set `origins:<tenant>`. */
export async function redisOrigins(url: string) {
  // Without a queue a look-up fails at once while Redis is away, and none is sent when it is back.
  const client = new Redis(url, { enableOfflineQueue: false, lazyConnect: true });
  client.on("error", (error) => console.error("redis", error));
  const origin = rememberedOrigins<{ tenant: string }>(
    (origin, { tenant }) => client.sismember(`origins:${tenant}`, origin),
    { key: (origin, { tenant }) => `${tenant} ${origin}`, ttl: 60, staleFor: 300 },
  );

  const subscriber = new Redis(url, { autoResubscribe: false, lazyConnect: true });
  subscriber.on("error", (error) => console.error("redis", error));
  subscriber.on("message", (_channel, key) => origin.forget(key));
  subscriber.on("ready", async () => {
    await subscriber.subscribe("origins").catch((error) => console.error("redis", error));
    // Whatever was published while the connection was away is lost.
    origin.forget();
  });
  await Promise.all([client.connect(), subscriber.connect()]);

  const close = () => {
    client.disconnect();
    subscriber.disconnect();
  };
  return { origin, client, close };
}

/** Adds an origin and tells every server, in one step. */
export async function allow(client: Redis, tenant: string, origin: string) {
  const both = client.multi().sadd(`origins:${tenant}`, origin);
  await both.publish("origins", `${tenant} ${origin}`).exec();
}

/** Removes an origin and tells every server, in one step. */
export async function remove(client: Redis, tenant: string, origin: string) {
  const both = client.multi().srem(`origins:${tenant}`, origin);
  await both.publish("origins", `${tenant} ${origin}`).exec();
}
