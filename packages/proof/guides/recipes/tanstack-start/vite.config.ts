import { tanstackStart } from "@tanstack/react-start/plugin/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tanstackStart()],
  // Or Vite answers preflights in development, by its own policy.
  server: { cors: false },
});
