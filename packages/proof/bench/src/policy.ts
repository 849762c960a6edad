import { type Cors, createCors, type StaticCorsOptions } from "@crossgate/core";

export const ORIGINS = [
  "https://myapp.com",
  "https://admin.myapp.com",
  "https://app.test",
] as const;
export const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;
export const HEADERS = ["content-type", "authorization"] as const;
export const MAX_AGE = 7200;

/** What every contender does in its own words; the one set by hand spells it out. */
export const POLICY: StaticCorsOptions = {
  origin: ORIGINS,
  allowMethods: METHODS,
  allowHeaders: HEADERS,
  credentials: true,
  maxAge: MAX_AGE,
};

/** One for all, as an application has one. */
export const cors: Cors = createCors(POLICY);

/** The same for every subdomain of ours. */
export const byPattern: Cors = createCors({ ...POLICY, origin: "https://*.myapp.com" });

/** What peers are told, which have no patterns. */
export const EXPRESSION = /^https:\/\/[a-z]+\.myapp\.com$/;
