import { env } from "node:process";
import cors from "@fastify/cors";
import Fastify from "fastify";

const app = Fastify();

await app.register(cors, {
  origin: env["ALLOWED_ORIGINS"]?.split(",") ?? false,
  methods: ["GET", "PUT"],
  credentials: true,
});

app.get("/data", async () => "hello world");
app.put("/data", async () => "saved");

export default app;
