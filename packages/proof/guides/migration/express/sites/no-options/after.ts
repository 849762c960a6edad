import { createCors } from "@crossgate/core";
import express from "express";
import { gate } from "../../gate.ts";

const app = express();

app.use(gate(createCors({ origin: "*" })));

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
