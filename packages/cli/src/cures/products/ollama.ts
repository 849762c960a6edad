import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { body } from "./signs.ts";

export const ollama: Product = documented({
  name: "ollama",
  title: "Ollama",
  audience: "server",
  docs: "https://docs.ollama.com/faq#how-can-i-allow-additional-web-origins-to-access-ollama",
  signs: [body(/^Ollama is running/)],
  where:
    "In the environment of ollama serve (systemctl edit ollama.service, as Environment=), then a restart:",
  language: "sh",
  // It allows its own list of headers and methods, and no credentials.
  code: ({ credentials, everyone, origins }) =>
    everyone || credentials ? undefined : `OLLAMA_ORIGINS="${origins.join(",")}"`,
});
