import cors from "cors";
import express from "express";

const app = express();

app.use(
  cors((request, callback) => {
    const own = request.headers.origin === "https://myapp.com";
    callback(null, own ? { origin: "https://myapp.com", credentials: true } : { origin: "*" });
  }),
);

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
