import node from "@astrojs/node";
import { defineConfig } from "astro/config";

export default defineConfig({
  adapter: node({ mode: "standalone" }),
  output: "server",
  // Or Vite answers preflights in development, by a policy of its own.
  vite: { server: { cors: false } },
});
