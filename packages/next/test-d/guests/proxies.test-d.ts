// What others export as their proxy goes on behind the gate.
import { corsProxy } from "@crossgate/next";
import { clerkMiddleware, createRouteMatcher } from "@clerk/nextjs/server";
import NextAuth from "next-auth";
import createIntl from "next-intl/middleware";
import type { NextProxy } from "next/server.js";

const POLICY = { origin: "https://myapp.com", credentials: true } as const;
const { auth } = NextAuth({ providers: [] });
const isGuarded = createRouteMatcher(["/api/(.*)"]);

export const withIntl: NextProxy = corsProxy(POLICY, {
  proxy: createIntl({ locales: ["en", "de"], defaultLocale: "en" }),
});
export const withClerk: NextProxy = corsProxy(POLICY, { proxy: clerkMiddleware() });
export const withGuards: NextProxy = corsProxy(POLICY, {
  proxy: clerkMiddleware(async (own, request) => {
    if (isGuarded(request)) await own.protect();
  }),
});
export const withAuth: NextProxy = corsProxy(POLICY, {
  proxy: auth((request) => {
    if (!request.auth) return new Response(null, { status: 401 });
    return undefined;
  }),
});
export const withAuthAlone: NextProxy = corsProxy(POLICY, { proxy: auth });
