import { expect, it } from "vitest";
import { createBrowser } from "./create-browser.ts";

// As real Firefox was seen to do it.
it.each([
  ["follow", "opaque"],
  ["manual", "blocked"],
  ["error", "blocked"],
] as const)("Firefox fetches about:blank with redirect mode %s: %s", async (redirect, outcome) => {
  const page = createBrowser({ profile: "firefox", network: () => new Response() }).open(
    "https://myapp.com",
  );
  const asked = page.fetch("about:blank", { mode: "no-cors", redirect });
  const came = await asked.then(
    ({ type }) => type,
    () => "blocked",
  );
  expect(came).toBe(outcome);
});
