import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { AutoRouter, type IRequest } from "itty-router";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

const router = AutoRouter();

router
  .get("/api/data", () => ({ data: "hello world" }))
  .post("/api/data", async (request: IRequest) => ({ received: await request.text() }))
  .get("/api/fails", () => {
    throw new Error("the database is down");
  });

serve({
  fetch: cors.wrap((request: Request): Promise<Response> => router.fetch(request)),
  port: Number(env["PORT"] ?? 8787),
});
