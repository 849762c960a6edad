import { describe, expect, it, onTestFinished } from "vitest";
import { runListener } from "../../test/running.ts";
import { explain } from "./explain.ts";
import type { Question } from "./report.ts";

type Listener = Parameters<typeof runListener>[0];

const origin = "http://localhost:3000";
const allowOrigin = "access-control-allow-origin";

async function story(listener: Listener, question: Partial<Question> = {}) {
  const { port, stop } = await runListener(listener);
  onTestFinished(stop);
  return explain({ url: `http://127.0.0.1:${port}/data`, origin, ...question });
}

const codesOf = (notes: readonly { readonly code: string }[]): readonly string[] =>
  notes.map(({ code }) => code);

describe("what the browser sent, and why", () => {
  const put = {
    method: "PUT",
    body: "{}",
    headers: [["content-type", "application/json"]],
  } as const;

  it("names the method and the header that forced the preflight", async () => {
    const { steps } = await story((_, response) => response.end(), put);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.because.join()).toMatch(/method PUT.*content-type: application\/json/);
    expect(steps[0]?.response?.missing).toEqual([
      allowOrigin,
      "access-control-allow-methods",
      "access-control-allow-headers",
    ]);
  });

  it("says that nothing forced one, and which headers a script cannot set", async () => {
    const { steps, script } = await story((_, response) => response.end(), {
      headers: [
        ["Cookie", "a=b"],
        ["x-method-override", "TRACE"],
        ["accept", "text/html"],
      ],
    });
    expect(steps.map(({ kind }) => kind)).toEqual(["actual"]);
    expect(steps[0]?.because.join()).toContain("no preflight");
    expect(script.dropped).toEqual(["cookie", "x-method-override"]);
  });

  it("follows redirects hop by hop", async () => {
    const { steps, verdict } = await story(({ url }, response) => {
      response.setHeader(allowOrigin, "*");
      if (url === "/data") response.writeHead(302, { location: "/next" });
      response.end();
    });
    expect(steps.map(({ conclusion }) => conclusion)).toEqual(["redirected", "allowed"]);
    expect(verdict).toBe("readable");
  });
});

describe("what would fail next", () => {
  it("finds it in the response that the failed preflight hid", async () => {
    const { cause, consequences } = await story(
      ({ method }, response) => {
        if (method === "OPTIONS") response.setHeader(allowOrigin, "https://other.example");
        response.end();
      },
      { headers: [["x-trace", "1"]] },
    );
    expect(cause?.code).toBe("acao-mismatch");
    expect(codesOf(consequences)).toEqual(["header-not-allowed", "acao-missing"]);
  });

  it("sends no method that a browser would have kept back", async () => {
    const seen: (string | undefined)[] = [];
    await story(
      ({ method }, response) => {
        seen.push(method);
        response.end();
      },
      { method: "DELETE" },
    );
    expect(seen).not.toContain("DELETE");
  });
});

describe("what no one reports", () => {
  const echo: Listener = ({ headers }, response) => {
    response.setHeader(allowOrigin, headers.origin ?? "*");
    response.setHeader("x-request-id", "1");
    response.end();
  };

  it("names a missing Vary and unexposed headers", async () => {
    const { verdict, warnings } = await story(echo);
    expect(verdict).toBe("readable");
    expect(codesOf(warnings)).toEqual(["vary-missing", "headers-not-exposed"]);
  });

  it("does not ask for Vary where every page gets the same response", async () => {
    const { warnings } = await story((_, response) => {
      response.setHeader(allowOrigin, origin);
      response.end();
    });
    expect(warnings).toEqual([]);
  });

  it("names errors without the headers, and preflights of five seconds", async () => {
    const { warnings } = await story(
      ({ url, method, headers }, response) => {
        response.statusCode = url === "/data" ? 200 : 404;
        if (url === "/data") response.setHeader(allowOrigin, "*");
        const asked = headers["access-control-request-headers"];
        if (method === "OPTIONS") response.setHeader("access-control-allow-headers", asked ?? "");
        response.end();
      },
      { headers: [["x-trace", "1"]] },
    );
    expect(codesOf(warnings)).toEqual(["max-age-short", "acao-missing-on-error"]);
  });

  it("sends nothing more when told so", async () => {
    let requests = 0;
    const listener: Listener = (request, response) => {
      requests += 1;
      echo(request, response);
    };
    await story(listener, { probes: false });
    expect(requests).toBe(1);
  });
});
