import cors from "cors";
import express from "express";

const app = express();

app.use(cors());

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
