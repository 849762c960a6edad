// What it returns is an origin option; what stores answer fits without a cast.
import { createCors, type OriginFunction } from "@crossgate/core";
import { rememberedOrigins, type RememberedOrigins } from "@crossgate/origins";

interface Redis {
  sIsMember(key: string, member: string): Promise<number>;
}
interface Database {
  get(text: string, value: string): { readonly found: number } | undefined;
}
interface Context {
  readonly tenant: string;
}
declare const redis: Redis;
declare const database: Database;

export const ofRedis: RememberedOrigins = rememberedOrigins((origin, _context) =>
  redis.sIsMember("origins", origin),
);
export const ofDatabase = rememberedOrigins(
  (origin) => database.get("select 1 as found from origins where origin = ?", origin)?.found,
  { ttl: 60, staleFor: undefined },
);
export const asFunction: OriginFunction = ofRedis;
export const allowed: Promise<boolean> = createCors({
  origin: ofRedis,
  credentials: true,
}).allows("https://myapp.com");
export const direct: boolean | Promise<boolean> = ofDatabase("https://myapp.com");
export const held: number = ofRedis.stats().allowed;
ofRedis.forget();
ofRedis.forget("https://myapp.com");

export const ofTenants = rememberedOrigins<Context>(
  async (origin, { tenant }) => origin === `https://${tenant}.example`,
  { key: (origin, { tenant }) => `${tenant} ${origin}`, keep: (lookUp) => void lookUp },
);
export const withContext: OriginFunction<Context> = ofTenants;

// @ts-expect-error: a row is no answer
export const row = rememberedOrigins((origin) => database.get("select …", origin));
// @ts-expect-error: no such option
export const unknown = rememberedOrigins(() => true, { cacheTtl: 60 });
// @ts-expect-error: seconds are a number
export const text = rememberedOrigins(() => true, { ttl: "60" });
// @ts-expect-error: a key is a text
export const key = rememberedOrigins(() => true, { key: () => 7 });
// @ts-expect-error: a look-up is needed
export const nothing = rememberedOrigins({ ttl: 60 });
