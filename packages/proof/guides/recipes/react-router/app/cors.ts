import { createCors } from "@crossgate/core";
import type { MiddlewareFunction } from "react-router";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export const corsMiddleware: MiddlewareFunction<Response> = async ({ request }, next) => {
  const verdict = cors.check(request);
  return verdict.response ?? verdict.apply(await next());
};
