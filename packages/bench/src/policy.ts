import type { StaticCorsOptions } from "@crossgate/core";

export const ORIGINS = [
  "https://myapp.com",
  "https://admin.myapp.com",
  "https://app.test",
] as const;

/** What every contender but the bare handler does; the one set by hand spells it out. */
export const POLICY: StaticCorsOptions = {
  origin: ORIGINS,
  allowMethods: ["GET", "POST", "PUT", "DELETE"],
  allowHeaders: ["content-type", "authorization"],
  credentials: true,
  maxAge: 7200,
};
