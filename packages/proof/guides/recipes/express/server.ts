import { env } from "node:process";
import { createCors } from "@crossgate/core";
import express from "express";
import { gate } from "./gate.ts";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

const app = express();

// First: before logins, body parsers and routes.
app.use(gate(cors));
app.use(express.json());

app.get("/api/data", (_, response) => void response.json({ data: "hello world" }));
app.post("/api/data", (request, response) => void response.json({ received: request.body }));
app.get("/api/fails", () => {
  throw new Error("the database is down");
});

app.listen(Number(env["PORT"] ?? 8787));
