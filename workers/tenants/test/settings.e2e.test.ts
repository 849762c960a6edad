import { afterAll, beforeAll, expect, it } from "vitest";
import { serveTenants, type Served } from "./serve.ts";

const PAGE = "https://acme.example";

let served: Served;
beforeAll(async () => {
  served = await serveTenants({ ALLOWED_TTL: "soon" });
});
afterAll(() => served?.server.close());

it("shuts the gate where a setting is no number, and the log names it", async () => {
  await served.admin("PUT", "/tenants/acme");
  await served.admin("POST", "/tenants/acme/origins", { origins: [PAGE] });
  const response = await fetch(new URL("/api/acme/hello", served.url), {
    headers: { origin: PAGE },
  });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
  await response.text();
  const log = served.server.getLogs().map(({ message }) => message);
  expect(log.join("\n")).toContain('ALLOWED_TTL is "soon"; write a whole number of seconds');
});
