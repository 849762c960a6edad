import { createCors } from "@crossgate/core";
import { defineNitroPlugin } from "nitro/runtime";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export default defineNitroPlugin((nitro) => {
  const { fetch } = nitro;
  type Rest = [init?: Parameters<typeof fetch>[1], context?: Parameters<typeof fetch>[2]];
  const gated = cors.wrap((request: Request, ...rest: Rest) => fetch(request, ...rest));
  // A text or a URL is a call from inside the server, which no page of another origin makes.
  nitro.fetch = async (input, ...rest) =>
    input instanceof Request ? gated(input, ...rest) : fetch(input, ...rest);
});
