import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // Or Vite answers preflights in development, by its own policy.
  server: { cors: false },
});
