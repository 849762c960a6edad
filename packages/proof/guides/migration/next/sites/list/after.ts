import { withCors } from "@crossgate/next";

export const { GET, PUT, OPTIONS } = withCors(
  {
    GET: () => new Response("hello world"),
    PUT: () => new Response("saved"),
  },
  {
    origin: ["https://myapp.com", "https://admin.myapp.com"],
    allowHeaders: ["content-type"],
    credentials: true,
  },
);
