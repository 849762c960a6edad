import cors from "cors";
import express from "express";

const whitelist = ["https://myapp.com", "https://admin.myapp.com"];

const app = express();

app.use(
  cors({
    origin: (origin, callback) => {
      if (!origin || whitelist.includes(origin)) callback(null, true);
      else callback(new Error("Not allowed by CORS"));
    },
    credentials: true,
  }),
);

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
