import express from "express";

const app = express();

app.use((request, response, next) => {
  response.header("Access-Control-Allow-Origin", request.headers.origin);
  response.header("Access-Control-Allow-Credentials", "true");
  response.header("Access-Control-Allow-Methods", "GET, PUT");
  response.header("Access-Control-Allow-Headers", "Content-Type");
  if (request.method === "OPTIONS") response.sendStatus(200);
  else next();
});

app.get("/data", (_, response) => void response.send("hello world"));
app.put("/data", (_, response) => void response.send("saved"));

export default app;
