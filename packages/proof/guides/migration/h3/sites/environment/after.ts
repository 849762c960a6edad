import { env } from "node:process";
import { createCors, originsFrom } from "@crossgate/core";
import { H3 } from "h3";

const cors = createCors({ origin: originsFrom(env["ALLOWED_ORIGINS"]), credentials: true });

const app = new H3();

app.get("/data", () => "hello world");
app.put("/data", () => "saved");

export default { fetch: cors.wrap((request: Request) => app.fetch(request)) };
