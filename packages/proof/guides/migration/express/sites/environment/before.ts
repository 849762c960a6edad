import { env } from "node:process";
import cors from "cors";
import express from "express";

const app = express();

app.use(cors({ origin: env["ALLOWED_ORIGINS"]?.split(","), credentials: true }));

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
