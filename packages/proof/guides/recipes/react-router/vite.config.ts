import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [reactRouter()],
  // Or Vite answers preflights in development, by a policy of its own.
  server: { cors: false },
});
