const { createBrowser } = require("@crossgate/browser");
const { createCors } = require("@crossgate/core");

const cors = createCors({ origin: "https://myapp.com", credentials: true });
const browser = createBrowser({ network: cors.wrap(() => Response.json({ data: "hello world" })) });

test("our page reads", async () => {
  const response = await browser.open("https://myapp.com").fetch("https://api.example.com/");
  expect(await response.json()).toEqual({ data: "hello world" });
});

test("no other page does", async () => {
  const page = browser.open("https://evil.example");
  await expect(page.fetch("https://api.example.com/")).rejects.toMatchObject({
    code: "acao-mismatch",
  });
});
