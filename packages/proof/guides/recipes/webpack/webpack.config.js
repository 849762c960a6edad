import { createCors } from "@crossgate/core";
import { gate } from "./gate.ts";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export default {
  mode: "development",
  devServer: {
    port: 8080,
    setupMiddlewares: (middlewares) => [{ name: "cors", middleware: gate(cors) }, ...middlewares],
  },
};
