import { corsByOrigin } from "@crossgate/core/by-origin";
import express from "express";
import { gate } from "../../gate.ts";

const cors = corsByOrigin([{ origin: "https://myapp.com", credentials: true }, { origin: "*" }]);

const app = express();

app.use(gate(cors));

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
