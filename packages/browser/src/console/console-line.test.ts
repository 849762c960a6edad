import { expect, it } from "vitest";
import { createBrowser as createWordy } from "../create-browser.ts";
import { createBrowser } from "../fetch-entry.ts";
import { consoleLine } from "./console-line.ts";

const api = "https://api.example.com/";
const network = (): Response => new Response("");

it("gives the line of the exchange's browser, and of any other", async () => {
  const page = createBrowser({ network, profile: "chromium" }).open("https://myapp.com");
  await expect(page.fetch(api)).rejects.toMatchObject({ code: "acao-missing" });
  const [exchange] = page.exchanges;
  if (!exchange) throw new Error("nothing was sent");
  expect(consoleLine(exchange)).toBe(
    `Access to fetch at '${api}' from origin 'https://myapp.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  );
  expect(consoleLine(exchange, "firefox")).toContain("Cross-Origin Request Blocked");
  expect(consoleLine(exchange, "webkit")).toContain(
    "is not allowed by Access-Control-Allow-Origin",
  );
});

it("is the message of the error that the package itself throws", async () => {
  const page = createWordy({ network, profile: "firefox" }).open("https://myapp.com");
  const error: unknown = await page.fetch(api).catch((reason: unknown) => reason);
  const [exchange] = page.exchanges;
  expect(error).toMatchObject({ message: exchange && consoleLine(exchange) });
});

it("has no line for what passed", async () => {
  const page = createBrowser({ network }).open("https://api.example.com");
  await page.fetch(api);
  expect(page.exchanges.map((exchange) => consoleLine(exchange))).toEqual([undefined]);
});
