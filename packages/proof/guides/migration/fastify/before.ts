import { env } from "node:process";
import cors from "@fastify/cors";
import Fastify from "fastify";

const app = Fastify();

await app.register(cors, {
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  methods: ["GET", "PUT"],
  allowedHeaders: ["content-type"],
  exposedHeaders: ["x-request-id"],
  credentials: true,
  maxAge: 7200,
});

app.get("/data", async (_, reply) => {
  reply.header("vary", "accept-language").header("x-request-id", crypto.randomUUID());
  return { data: "hello world" };
});
app.put("/data", async (request) => ({ received: request.body }));
app.options("/data", (_, reply) => reply.header("allow", "GET, PUT, OPTIONS").send());

// What a proxied service answers that has its own opinion on CORS.
app.get("/upstream", (_, reply) =>
  reply.header("access-control-allow-origin", "*").send("from upstream"),
);
app.get("/fails", async () => {
  throw new Error("the database is down");
});

app.setErrorHandler((error: Error, _, reply) => {
  console.error(error.message);
  return reply.code(500).send({ error: "internal" });
});

await app.listen({ port: Number(env["PORT"] ?? 8787), host: "127.0.0.1" });
