import cors from "@fastify/cors";
import Fastify from "fastify";

const app = Fastify();

await app.register(cors, {
  origin: (origin, callback) => {
    if (origin && new URL(origin).hostname.endsWith("myapp.com")) callback(null, true);
    else callback(new Error("Not allowed"), false);
  },
  methods: ["GET", "PUT"],
});

app.get("/data", async () => "hello world");
app.put("/data", async () => "saved");

export default app;
