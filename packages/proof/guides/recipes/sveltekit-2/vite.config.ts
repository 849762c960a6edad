import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [sveltekit()],
  // Or `vite preview` lets every page read. SvelteKit 2 puts an object in the place of `false`.
  preview: { cors: { origin: false } },
});
