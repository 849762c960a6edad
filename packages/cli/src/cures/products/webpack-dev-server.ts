import type { Product } from "../product.ts";
import { expressArgument } from "./express-options.ts";

export const webpack: Product = {
  name: "webpack-dev-server",
  title: "webpack-dev-server",
  audience: "server",
  docs: "https://webpack.js.org/configuration/dev-server/#devserversetupmiddlewares",
  proven: true,
  signs: [{ in: "body", pattern: /webpack-dev-server/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: 'In webpack.config, as its member devServer; import cors from "cors":',
    language: "js",
    code: `devServer: {\n  setupMiddlewares: (middlewares) => [\n    { name: "cors", middleware: cors(${expressArgument(wanted).replaceAll("\n", "\n    ")}) },\n    ...middlewares,\n  ],\n}`,
  }),
};
