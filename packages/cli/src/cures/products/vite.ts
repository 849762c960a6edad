import type { Product } from "../product.ts";
import { jsObject } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { expressOptions } from "./express-options.ts";

export const vite: Product = {
  name: "vite",
  title: "Vite",
  audience: "server",
  docs: "https://vite.dev/config/server-options.html#server-cors",
  proven: true,
  signs: [{ in: "body", pattern: /\/@vite\/client|Vite server/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: "In defineConfig() of vite.config, as its member server:",
          language: "js",
          code: `server: {\n  cors: ${jsObject(expressOptions(wanted), "  ")},\n}`,
        },
};
