import { createCors } from "@crossgate/core";
import express from "express";
import { gate } from "../../gate.ts";

const cors = createCors({
  origin: ["https://myapp.com", "https://*.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
});

const app = express();

app.use(gate(cors));

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
