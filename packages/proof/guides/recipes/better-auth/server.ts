import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { betterAuth } from "better-auth";
import { serve } from "srvx";

/** One list: CORS lets these pages read, and better-auth takes their sign-ins. */
const origins = ["https://myapp.com", "http://localhost:*"];

const auth = betterAuth({
  baseURL: env["BETTER_AUTH_URL"] ?? "http://localhost:8787",
  secret: env["BETTER_AUTH_SECRET"] ?? "only for this machine: 32 characters, or more",
  emailAndPassword: { enabled: true },
  trustedOrigins: origins,
  // Or browsers leave the cookie out of what a page of another site asks.
  advanced: { defaultCookieAttributes: { sameSite: "none", secure: true } },
});

const cors = createCors({
  origin: origins,
  allowMethods: ["GET", "POST"],
  allowHeaders: ["content-type", "authorization"],
  credentials: true,
  maxAge: 7200,
});

serve({
  fetch: cors.wrap((request: Request) => auth.handler(request)),
  port: Number(env["PORT"] ?? 8787),
});
