import { createCors } from "@crossgate/core";
import { AutoRouter } from "itty-router";

const cors = createCors({ origin: "*" });

const router = AutoRouter();

router.get("/data", () => "hello world").put("/data", () => "saved");

export default { fetch: cors.wrap((request: Request): Promise<Response> => router.fetch(request)) };
