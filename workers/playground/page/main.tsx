import { render } from "preact";
import { App } from "./app.tsx";
import { createStore } from "./store.ts";

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the application");

try {
  const response = await fetch("/config.json");
  const { apiOrigin } = (await response.json()) as { readonly apiOrigin: string };
  render(<App store={createStore({ page: location.origin, api: apiOrigin })} />, root);
} catch (error) {
  root.textContent = `The playground's own server does not answer: ${String(error)}`;
}
