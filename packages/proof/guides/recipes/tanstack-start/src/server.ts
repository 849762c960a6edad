import { createCors } from "@crossgate/core";
import handler, { createServerEntry } from "@tanstack/react-start/server-entry";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export default createServerEntry({ fetch: cors.wrap(handler.fetch) });
