import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exchange } from "./exchange.ts";
import { serveFaulty, type Served } from "./serve.ts";

const PAGE = "https://myapp.com";

let served: Served;
const table: object[] = [];

beforeAll(async () => {
  served = await serveFaulty();
  await served.bucket.put("a.txt", "0123456789");
  await served.bucket.put("%2e%2e/inner.txt", "named by no one");
});
afterAll(async () => {
  console.table(table);
  await served?.server.close();
});

async function ask(path: string, method = "GET", headers = {}) {
  const answer = await exchange(served, path, { origin: PAGE, ...headers }, method);
  const { "access-control-allow-origin": granted, vary, allow } = answer.headers;
  table.push({
    request: `${method} ${path}`,
    status: answer.status,
    "page may read it": granted === "*",
    says: String(answer.body).trim(),
  });
  expect(granted).toBe("*");
  expect(vary).toBeUndefined();
  return { status: answer.status, body: String(answer.body), allow, headers: answer.headers };
}

describe("what isn't there is 404, readable by every page", () => {
  it.each([
    "/",
    "/nothing.txt",
    "/a.txt/",
    "//a.txt",
    "/x/../../a.txt/..",
    "/x%2f..%2fa.txt",
    "/..%2fa.txt",
    "/%5c..%5ca.txt",
    "/a.txt%00",
    "/%ff",
    "/%",
    "/static/",
    "/static",
    "/static/nothing.js",
    "/static/%2e%2e%2fsrc/worker.ts",
    "/wrangler.jsonc",
  ])("%s", async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).toBe("There is nothing of this name.\n");
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    expect(headers["timing-allow-origin"]).toBeUndefined();
    expect(headers["cross-origin-resource-policy"]).toBeUndefined();
  });
});

describe("methods", () => {
  it.each(["POST", "PUT", "DELETE", "PATCH"])("%s is 405 with Allow", async (method) => {
    const { status, allow } = await ask("/a.txt", method);
    expect(status).toBe(405);
    expect(allow).toBe("GET, HEAD, OPTIONS");
    expect((await ask("/a.txt")).body).toBe("0123456789");
  });

  it("an OPTIONS that is no preflight says what there is (C3)", async () => {
    const { status, allow } = await ask("/a.txt", "OPTIONS");
    expect(status).toBe(204);
    expect(allow).toBe("GET, HEAD, OPTIONS");
  });

  it("a preflight is answered for everyone alike (A1, A5)", async () => {
    const { status, headers } = await ask("/a.txt", "OPTIONS", {
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match,range",
    });
    expect(status).toBe(204);
    expect(headers["access-control-allow-methods"]).toBe("GET,HEAD");
    expect(headers["access-control-allow-headers"]).toContain("if-none-match");
    expect(headers["timing-allow-origin"]).toBeUndefined();
  });
});

describe("a bucket that", () => {
  it("fails is 503, which the page reads, and the log has its error", async () => {
    for (const headers of [{}, { range: "bytes=0-1" }]) {
      const { status, body, headers: sent } = await ask("/a.txt?fault=failing", "GET", headers);
      expect(status).toBe(503);
      expect(sent["retry-after"]).toBe("5");
      expect(body).toBe("The store did not answer. Try again.\n");
    }
    const log = served.server.getLogs().map(({ message }) => message);
    expect(log.join("\n")).toContain("Internal error (10001)");
  });

  it("is written to between being asked and being read answers with one version", async () => {
    const { status, body, headers } = await ask("/a.txt?fault=replaced", "GET", {
      range: "bytes=2-8",
    });
    expect(status).toBe(206);
    expect(headers["content-range"]).toBe("bytes 2-4/5");
    expect(body).toBe("ort");
  });

  it("is written to all the time is 503 in the end", async () => {
    const { status } = await ask("/a.txt?fault=alwaysReplaced", "GET", { range: "bytes=0-1" });
    expect(status).toBe(503);
  });
});
