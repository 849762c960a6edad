import { withCors } from "@crossgate/next";

export const { GET, PUT, OPTIONS } = withCors(
  {
    GET: () => new Response("hello world"),
    PUT: () => new Response("saved"),
  },
  { origin: "*", allowHeaders: ["content-type", "authorization"] },
);
