import { exports } from "cloudflare:workers";
import { createBrowser } from "@crossgate/browser";
import { expect, test } from "vitest";

const browser = createBrowser({ network: (request) => exports.default.fetch(request) });
const cookies = { credentials: "include" } as const;

test("our page reads, with cookies", async () => {
  const page = browser.open("https://myapp.com");
  const response = await page.fetch("https://api.example.com/", cookies);
  expect(await response.json()).toEqual({ data: "hello world" });
});

test("no other page does", async () => {
  const page = browser.open("https://evil.example");
  await expect(page.fetch("https://api.example.com/")).rejects.toMatchObject({
    code: "acao-missing",
  });
});
