import node from "@astrojs/node";
import { defineConfig } from "astro/config";

export default defineConfig({
  adapter: node({ mode: "standalone" }),
  output: "server",
  // Or Vite answers preflights in development, by its own policy.
  vite: { server: { cors: false } },
});
