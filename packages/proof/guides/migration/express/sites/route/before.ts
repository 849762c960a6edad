import cors from "cors";
import express from "express";

const app = express();
const own = cors({ origin: "https://myapp.com" });

app.options("/data", own);
app.get("/data", own, (_, response) => void response.send("hello world"));
app.put("/data", own, (_, response) => void response.send("saved"));

export default app;
