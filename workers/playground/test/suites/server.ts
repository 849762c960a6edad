import { describe, expect, it } from "vitest";
import { type Call, callUrl } from "../../src/demo/call.ts";
import type { Playground } from "../serve.ts";

const CALL: Call = {
  answer: "data",
  server: { kind: "policy", policy: '{ origin: "*" }' },
  run: "r1",
};

/** The one set of headers of whatever the Worker sends. */
const ALWAYS = {
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** What workerd sends over a real wire. */
export function describeServer(playground: () => Playground): void {
  describe("the Worker", () => {
    it.each(["/", "/main.js", "/main.css", "/errors/acao-missing", "/config.json", "/nothing"])(
      "%s has the page's own Content-Security-Policy",
      async (path) => {
        const { page, api } = playground();
        const { headers } = await fetch(page + path);
        expect(Object.fromEntries(headers)).toMatchObject(ALWAYS);
        expect(headers.get("content-security-policy")).toBe(
          `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ${api}; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
        );
        expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      },
    );

    it.each(["/frame", "/frame.js"])("%s stays without an origin", async (path) => {
      const { page, api } = playground();
      const { headers } = await fetch(page + path);
      expect(Object.fromEntries(headers)).toMatchObject(ALWAYS);
      expect(headers.get("content-security-policy")).toBe(
        `default-src 'none'; script-src ${page}; connect-src ${page} ${api}; base-uri 'none'; form-action 'none'; frame-ancestors ${page}; sandbox allow-scripts; require-trusted-types-for 'script'`,
      );
    });

    it("the page loads nothing from elsewhere", async () => {
      const html = await (await fetch(playground().page)).text();
      const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, url = ""]) => url);
      expect(loaded).toEqual([
        "data:,",
        "main.css",
        "main.js",
        "/errors/",
        "https://fetch.spec.whatwg.org/#http-cors-protocol",
      ]);
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script>/u);
    });

    it("the API's name has no page", async () => {
      const { page, api } = playground();
      const response = await fetch(api, { redirect: "manual" });
      expect([response.status, response.headers.get("location")]).toEqual([302, `${page}/`]);
    });

    it.each([
      ["a response", callUrl("", CALL), 200],
      ["a refusal", callUrl("", { ...CALL, server: { kind: "policy", policy: "{" } }), 400],
      ["a header it must not send", "/demo/data?run=a&headers=Set-Cookie:a=b", 400],
      ["markup", `/demo/data?run=a&policy=${encodeURIComponent("<script>alert(1)</script>")}`, 400],
    ] as const)("%s is never a document", async (_what, path, status) => {
      const { headers, ...response } = await ask(playground(), path);
      expect(response.status).toBe(status);
      expect(Object.fromEntries(headers)).toMatchObject(ALWAYS);
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'; sandbox",
      );
      expect(headers.get("content-type")).toMatch(/^(?:application\/json|text\/plain)/u);
      expect(headers.getSetCookie()).toEqual([]);
    });

    it("a call of any size, or with an endless RegExp, is refused, and never run", async () => {
      const long = callUrl("", { ...CALL, server: { kind: "policy", policy: "x".repeat(12_000) } });
      expect((await ask(playground(), long)).status).toBe(400);
      const policy = `{ origin: /^https:\\/\\/(a+)+$/, credentials: true }`;
      const endless = callUrl("", { ...CALL, server: { kind: "policy", policy } });
      // On this origin the expression would take longer than any test waits.
      const origin = `https://${"a".repeat(60)}!`;
      expect((await ask(playground(), endless, { origin })).status).toBe(400);
    });
  });
}

interface Asked {
  readonly status: number;
  readonly headers: Headers;
}

async function ask(
  { api }: Playground,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> {
  const response = await fetch(api + path, { headers });
  await response.arrayBuffer();
  return { status: response.status, headers: response.headers };
}
