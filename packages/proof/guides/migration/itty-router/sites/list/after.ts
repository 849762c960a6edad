import { createCors } from "@crossgate/core";
import { AutoRouter } from "itty-router";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowHeaders: ["content-type"],
  credentials: true,
});

const router = AutoRouter();

router.get("/data", () => "hello world").put("/data", () => "saved");

export default { fetch: cors.wrap((request: Request): Promise<Response> => router.fetch(request)) };
