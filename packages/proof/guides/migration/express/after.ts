import { env } from "node:process";
import { createCors } from "@crossgate/core";
import express, { type NextFunction, type Request, type Response } from "express";
import { gate } from "./gate.ts";

const app = express();

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  exposeHeaders: ["x-request-id"],
  credentials: true,
  maxAge: 7200,
});

app.use(gate(cors));
app.use(express.json());

app.get("/data", (_, response) => {
  response.vary("accept-language").set("x-request-id", crypto.randomUUID());
  response.json({ data: "hello world" });
});
app.put("/data", (request, response) => void response.json({ received: request.body }));
app.options("/data", (_, response) => void response.set("allow", "GET, PUT, OPTIONS").end());

// What a proxied service answers that has its own opinion on CORS.
app.get("/upstream", (_, response) => {
  response.set("access-control-allow-origin", "*").send("from upstream");
});
app.get("/fails", () => {
  throw new Error("the database is down");
});

app.use((error: Error, _: Request, response: Response, _next: NextFunction) => {
  console.error(error.message);
  response.status(500).json({ error: "internal" });
});

app.listen(Number(env["PORT"] ?? 8787));
