import { env } from "node:process";
import { createCors, originsFrom } from "@crossgate/core";
import Fastify from "fastify";
import { gate } from "../../gate.ts";

const app = Fastify();

gate(
  app,
  createCors({
    origin: originsFrom(env["ALLOWED_ORIGINS"]),
    allowMethods: ["GET", "PUT"],
    credentials: true,
  }),
);

app.get("/data", async () => "hello world");
app.put("/data", async () => "saved");

export default app;
