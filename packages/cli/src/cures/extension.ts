import type { Evidence } from "../cause/evidence.ts";
import type { Cure } from "./cure.ts";

/** An extension reads what its manifest names, whatever the server says. */
export function extensionCures({ asked }: Evidence): readonly Cure[] {
  if (!/^(?:chrome|moz|safari-web)-extension:/.test(asked.origin)) return [];
  const { protocol, hostname } = new URL(asked.url);
  return [
    {
      audience: "page",
      product: "browser",
      edit: "add",
      language: "json",
      where:
        "In the extension's manifest.json. Its pages and service worker then read the response without CORS; a content script has to ask one of them:",
      snippet: `"host_permissions": ["${protocol}//${hostname}/*"]`,
    },
  ];
}
