import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [cloudflare()],
  // Or Vite answers preflights in development, by its own policy.
  server: { cors: false },
});
