import { jsObject } from "../text.ts";
import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { expressOptions } from "./express-options.ts";
import { body } from "./signs.ts";

export const socketIo: Product = documented({
  name: "socket-io",
  title: "Socket.IO",
  audience: "server",
  docs: "https://socket.io/docs/v4/handling-cors/",
  signs: [
    { in: "path", pattern: /^\/socket\.io\//, sure: 3 },
    body(/^\{"code":\d,"message":"(?:Transport unknown|Session ID unknown|Bad request)"\}$/),
  ],
  where:
    "In the options of new Server(), which answers in front of the application; app.use(cors()) does not reach it:",
  language: "js",
  code: (wanted) =>
    `new Server(httpServer, {\n  cors: ${jsObject(expressOptions(wanted), "  ")},\n});`,
});
