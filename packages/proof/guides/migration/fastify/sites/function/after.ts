import { createCors } from "@crossgate/core";
import Fastify from "fastify";
import { gate } from "../../gate.ts";

const app = Fastify();

const cors = createCors({
  origin: ["https://myapp.com", "https://*.myapp.com"],
  allowMethods: ["GET", "PUT"],
});
gate(app, cors);

app.get("/data", async () => "hello world");
app.put("/data", async () => "saved");

export default app;
