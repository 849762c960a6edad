import { cors } from "@elysiajs/cors";
import { Elysia } from "elysia";

export default new Elysia()
  .use(cors({ origin: /.*\.myapp\.com$/ }))
  .get("/data", "hello world")
  .put("/data", "saved");
