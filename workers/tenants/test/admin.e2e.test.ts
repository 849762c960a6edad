import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_REQUESTS, ORIGINS, PAGE } from "./hostile-requests.ts";
import { serveTenants, type Served } from "./serve.ts";

describe("hostile requests to the admin API", () => {
  let served: Served;
  const table: object[] = [];

  beforeAll(async () => {
    served = await serveTenants();
    await served.admin("PUT", "/tenants/acme");
    await served.admin("POST", "/tenants/acme/origins", { origins: [PAGE] });
  });
  afterAll(async () => {
    console.table(table);
    await served?.server.close();
  });

  const named = HOSTILE_REQUESTS.map((request) => ({ name: request[0], request }));

  it.each(named)("$name", async ({ name, request: [, made, status, says, challenge] }) => {
    const init = typeof made === "function" ? made() : made;
    const { path = ORIGINS, ...rest } = init;
    const headers = { ...(init.headers as Record<string, string>), origin: PAGE };
    const response = await fetch(new URL(path, served.url), { ...rest, headers });
    const body = await response.text();
    table.push({ request: name, status: response.status, says: body.slice(0, 100) });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) as string });
    expect(body).toContain(says);
    expect(response.headers.get("www-authenticate")).toBe(challenge ?? null);
    expect(corsHeaders(response)).toEqual([]);
  });

  it("leave what was there as it was", async () => {
    const { origins } = (await (await served.admin("GET", "/tenants/acme/origins")).json()) as {
      origins: string[];
    };
    expect(origins).toEqual([PAGE]);
  });
});

function corsHeaders({ headers }: Response): readonly string[] {
  return [...headers.keys()].filter((name) => name.startsWith("access-control-"));
}
