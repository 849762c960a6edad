import { env } from "node:process";
import { cors } from "@elysiajs/cors";
import { Elysia } from "elysia";

export default new Elysia()
  .use(cors({ origin: env["ALLOWED_ORIGINS"]?.split(",") ?? true }))
  .get("/data", "hello world")
  .put("/data", "saved");
