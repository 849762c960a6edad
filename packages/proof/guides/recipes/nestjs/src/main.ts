import "reflect-metadata";
import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module.ts";
import { gate } from "./gate.ts";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

// Neither `{ cors: true }` nor `app.enableCors()`: those let everyone in.
const app = await NestFactory.create(AppModule, { logger: ["error", "warn"] });
app.use(gate(cors));
await app.listen(Number(env["PORT"] ?? 8787));
