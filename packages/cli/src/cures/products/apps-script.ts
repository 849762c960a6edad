import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { host } from "./signs.ts";

export const appsScript: Product = documented({
  name: "apps-script",
  title: "Google Apps Script",
  audience: "cloud",
  docs: "https://developers.google.com/apps-script/guides/web",
  signs: [host(/^script\.google(?:usercontent)?\.com$/)],
  where:
    "The script cannot set headers or answer OPTIONS. Deploy it for anyone, and let the page send a request that needs no preflight:",
  language: "js",
  code: () =>
    'await fetch(url, {\n  method: "POST",\n  headers: { "content-type": "text/plain" },\n  body: JSON.stringify(data),\n});',
});
