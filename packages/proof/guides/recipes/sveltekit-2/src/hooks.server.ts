import { createCors } from "@crossgate/core";
import type { Handle } from "@sveltejs/kit";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export const handle: Handle = async ({ event, resolve }) => {
  const verdict = cors.check(event.request);
  return verdict.response ?? verdict.apply(await resolve(event));
};
