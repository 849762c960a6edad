import { createCors } from "@crossgate/core";
import { gate } from "../gate.ts";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

export default fromNodeMiddleware(gate(cors));
