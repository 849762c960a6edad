import { env } from "node:process";
import { createCors, originsFrom } from "@crossgate/core";
import express from "express";
import { gate } from "../../gate.ts";

const app = express();

app.use(gate(createCors({ origin: originsFrom(env["ALLOWED_ORIGINS"]), credentials: true })));

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
