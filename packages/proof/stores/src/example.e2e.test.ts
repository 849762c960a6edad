import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ask } from "@crossgate/testkit/ask";
import { hasPostgres, type PostgresServer, startPostgres } from "@crossgate/testkit/postgres";
import { type Server, startServer } from "@crossgate/testkit/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const EXAMPLE = fileURLToPath(new URL("../../../../examples/origins/", import.meta.url));
const PAGE = "https://acme.example";

describe.runIf(hasPostgres())("the origins example", () => {
  let postgres: PostgresServer;
  let server: Server;
  beforeAll(async () => {
    postgres = await startPostgres();
    await postgres.run(readFileSync(`${EXAMPLE}schema.sql`, "utf8"));
    server = await startServer({
      command: [process.execPath, `${EXAMPLE}src/server.ts`],
      env: { DATABASE_URL: postgres.url },
      probe: "/health",
    });
  });
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
  });

  /** What a page of an origin may read of a tenant's API, over real HTTP. */
  async function allowedOrigin(tenant: string): Promise<readonly string[]> {
    const headers = { origin: PAGE };
    const answer = await ask(server.port, { method: "GET", path: `/${tenant}/hello`, headers });
    expect([answer.status, answer.body]).toEqual([200, `{"data":"hello ${tenant}"}`]);
    return answer.headers.get("access-control-allow-origin") ?? [];
  }

  it("lets a tenant's page in when its row is there, and out when it is gone", async () => {
    expect(await allowedOrigin("acme")).toEqual([]);
    await postgres.run(`INSERT INTO allowed_origins VALUES ('acme', '${PAGE}')`);
    await expect.poll(() => allowedOrigin("acme"), { interval: 10 }).toEqual([PAGE]);
    expect(await allowedOrigin("other")).toEqual([]);
    await postgres.run("DELETE FROM allowed_origins");
    await expect.poll(() => allowedOrigin("acme"), { interval: 10 }).toEqual([]);
  });
});
