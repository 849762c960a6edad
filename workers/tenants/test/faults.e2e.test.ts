import { afterAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import { serveFaulty, type Served } from "./serve.ts";

const PAGE = "https://acme.example";
const NEW = "https://new.acme.example";
const TTL = 3;

let served: Served;
const table: object[] = [];

beforeEach(async () => {
  served = await serveFaulty({ ALLOWED_TTL: TTL, DENIED_TTL: 0 });
  await served.admin("PUT", "/tenants/acme");
  await served.admin("POST", "/tenants/acme/origins", { origins: [PAGE, NEW] });
});
afterEach(async () => {
  await served.server.close();
});
afterAll(() => console.table(table));

/** Real time: what comes later is right, too. */
// oxlint-disable-next-line no-restricted-properties -- least times alone are held against it
const now = (): number => performance.now();

async function turn(fault: "" | "?status=500" | "?status=400"): Promise<void> {
  await (await fetch(new URL(`/fault${fault}`, served.url))).text();
}

interface Answer {
  readonly status: number;
  readonly granted: boolean;
  readonly body: string;
}

async function get(origin: string): Promise<Answer> {
  const response = await fetch(new URL("/api/acme/hello", served.url), { headers: { origin } });
  const granted = response.headers.get("access-control-allow-origin");
  expect([null, origin]).toContain(granted);
  expect(response.headers.get("vary")).toBe("Origin");
  return { status: response.status, granted: granted !== null, body: await response.text() };
}

function note(scenario: string, { status, granted }: Answer): void {
  table.push({ scenario, status, "page may read it": granted });
}

const logged = (): string =>
  served.server
    .getLogs()
    .map(({ message }) => message)
    .join("\n");

describe("while KV is down", () => {
  it("the gate is shut to whom it doesn't cache, and the response is an error", async () => {
    await turn("?status=500");
    const answer = await get(NEW);
    note("KV down, an origin not asked about before", answer);
    expect(answer).toMatchObject({ status: 503, granted: false });
    expect(JSON.parse(answer.body)).toMatchObject({ title: "Service Unavailable", status: 503 });
    expect(answer.body).not.toContain("KV GET");
    await expect.poll(logged).toContain("the origin function failed");
    expect(logged()).toContain("GET /api/acme/hello failed");
    expect(logged()).toContain("KV GET failed: 500");
  });

  it("whom it caches reads the error, for as long as it caches", async () => {
    const since = now();
    expect(await get(PAGE)).toMatchObject({ status: 200, granted: true });
    await turn("?status=500");
    const answer = await get(PAGE);
    note("KV down, a remembered origin", answer);
    expect(answer).toMatchObject({ status: 503, granted: true });
    await expect.poll(async () => (await get(PAGE)).granted).toBe(false);
    expect(now() - since).toBeGreaterThanOrEqual(TTL * 1000);
    note(`KV down, the same ${TTL} s later`, await get(PAGE));
    await turn("");
    expect(await get(PAGE)).toMatchObject({ status: 200, granted: true });
    note("KV back", await get(PAGE));
  });

  it("preflights are refused", async () => {
    await turn("?status=500");
    const response = await fetch(new URL("/api/acme/messages", served.url), {
      method: "OPTIONS",
      headers: { origin: NEW, "access-control-request-method": "PUT" },
    });
    note("KV down, a preflight", { status: response.status, granted: false, body: "" });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("the admin API says so, and what it could not store can be sent again", async () => {
    const origins = ["https://later.acme.example"];
    await turn("?status=500");
    const failed = await served.admin("POST", "/tenants/acme/origins", { origins });
    expect(failed.status).toBe(503);
    expect(failed.headers.get("retry-after")).toBe("5");
    expect(await failed.json()).toMatchObject({
      detail: expect.stringContaining("repeating a request is safe") as string,
    });
    await turn("");
    expect((await served.admin("POST", "/tenants/acme/origins", { origins })).status).toBe(200);
  });
});

it("a cursor that KV refuses is the caller's error", async () => {
  await turn("?status=400");
  const list = async (query: string): Promise<number> =>
    (await served.admin("GET", `/tenants${query}`)).status;
  expect(await list("?cursor=made-up")).toBe(400);
  expect(await list("")).toBe(503);
});

describe("a tenant removed while it is cached", () => {
  it("is denied after the cache window at the latest, however often it is asked about", async () => {
    expect(await get(PAGE)).toMatchObject({ status: 200, granted: true });
    expect((await served.admin("DELETE", "/tenants/acme")).status).toBe(204);
    const removed = now();
    const first = await get(PAGE);
    note("a tenant removed, at once", first);
    // Its data is gone at once; that the gate caches lets the page read that there is none.
    expect(first).toMatchObject({ status: 404, granted: true });
    let last = first;
    // To the first request that begins after the window, on a slow machine too.
    for (let begun = removed; begun <= removed + TTL * 1000;) {
      begun = now();
      last = await get(PAGE);
      expect(last.status).toBe(404);
    }
    expect(last.granted).toBe(false);
    note(`the same after the window of ${TTL} s`, last);
    await served.admin("PUT", "/tenants/acme");
    expect(await get(PAGE)).toMatchObject({ status: 200, granted: false });
    note("created again: its old origin", await get(PAGE));
  });
});
