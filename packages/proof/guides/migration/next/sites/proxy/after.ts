import { corsProxy } from "@crossgate/next";

export const proxy = corsProxy(
  {
    origin: ["https://myapp.com", "https://admin.myapp.com"],
    allowMethods: ["GET", "PUT"],
    allowHeaders: ["content-type", "authorization"],
  },
  { routeHandlersOnly: true },
);

export const config = { matcher: "/api/:path*" };
