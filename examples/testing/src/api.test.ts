import { createBrowser, diagnose } from "@crossgate/browser";
import { expect, it } from "vitest";
import { createApi } from "./api.ts";

const url = "https://api.example.com/document";
const put = {
  method: "PUT",
  credentials: "include",
  headers: { "content-type": "application/json" },
  body: '{"title":"Hello"}',
} as const;

it("lets https://myapp.com PUT with credentials", async () => {
  const browser = createBrowser({ network: createApi(), profile: "chromium" });
  const page = browser.open("https://myapp.com");
  const response = await page.fetch(url, put);
  expect(await response.json()).toEqual({ title: "Hello" });
  expect(response.headers.get("etag")).toBe('"17"');
});

it("asks once, and not again for the next ten minutes", async () => {
  const browser = createBrowser({ network: createApi(), profile: "chromium" });
  const page = browser.open("https://myapp.com");
  await page.fetch(url, put);
  await page.fetch(url, put);
  const methods = page.exchanges.map(({ request }) => request.method);
  expect(methods).toEqual(["OPTIONS", "PUT", "PUT"]);
});

it("does not let https://evil.example read", async () => {
  const browser = createBrowser({ network: createApi(), profile: "chromium" });
  const page = browser.open("https://evil.example");
  await expect(page.fetch(url)).rejects.toMatchObject({ code: "acao-missing" });
});

it("leaves nothing that a browser keeps quiet about", async () => {
  const browser = createBrowser({ network: createApi(), profile: "chromium" });
  const page = browser.open("https://myapp.com");
  await page.fetch(url, put);
  expect(page.exchanges.flatMap((exchange) => diagnose(exchange).warnings)).toEqual([]);
});
