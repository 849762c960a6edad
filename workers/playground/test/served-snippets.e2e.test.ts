import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createBrowser } from "@crossgate/browser";
import { createCors, type StaticCorsOptions } from "@crossgate/core";
import { afterAll, describe, expect, it } from "vitest";
import { neededOptions } from "../page/mend.ts";
import { presetsFor } from "../page/presets.ts";
import { snippetsFor } from "../page/snippets/index.ts";
import { parseOptions } from "../src/demo/options-text.ts";
import { SERVED, serveSnippet } from "./snippet-server.ts";

const PAGE = "https://myapp.com";

type Method = Parameters<typeof snippetsFor>[1];

interface Case {
  readonly options: StaticCorsOptions;
  readonly method: Method;
  readonly credentials?: RequestCredentials;
  readonly headers?: Readonly<Record<string, string>>;
  readonly strangers: readonly string[];
  readonly friends: readonly string[];
}

const STRANGERS = ["https://evil.example", "https://myapp.com.evil.example", "https://xmyapp.com"];

const CASES: Readonly<Record<string, Case>> = {
  everyone: {
    options: { origin: "*" },
    method: "GET",
    friends: [PAGE, ...STRANGERS],
    strangers: [],
  },
  "everyone, by JSON": {
    options: { origin: "*", exposeHeaders: ["x-request-id"] },
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer x" },
    friends: [PAGE],
    strangers: [],
  },
  "one, with cookies": {
    options: { origin: PAGE, credentials: true },
    method: "PUT",
    credentials: "include",
    headers: { "x-demo": "1" },
    friends: [PAGE],
    strangers: STRANGERS,
  },
  "patterns and a RegExp": {
    options: {
      origin: [PAGE, "https://*.myapp.com", "http://localhost:*", /^https:\/\/pr-\d+\.a\.dev$/i],
      allowMethods: ["GET", "DELETE"],
      allowHeaders: ["content-type", "authorization"],
      exposeHeaders: ["x-request-id", "x-total"],
      credentials: true,
      maxAge: 7200,
    },
    method: "DELETE",
    credentials: "include",
    headers: { authorization: "Bearer x" },
    friends: [
      PAGE,
      "https://a.myapp.com",
      "https://a.b.myapp.com",
      "http://localhost:5173",
      "http://localhost",
      "https://pr-7.a.dev",
    ],
    strangers: [...STRANGERS, "https://myapp.com:8443", "http://a.myapp.com", "https://pr-x.a.dev"],
  },
};

afterAll(() =>
  rmSync(fileURLToPath(new URL("../dist/served-snippets/", import.meta.url)), {
    recursive: true,
    force: true,
  }),
);

async function isReadable(
  url: string,
  origin: string,
  { method, headers, credentials }: Omit<Case, "options" | "strangers" | "friends">,
): Promise<boolean> {
  const page = createBrowser({ network: (request) => fetch(request), profile: "chromium" }).open(
    origin,
  );
  try {
    const response = await page.fetch(`${url}/api/hello`, {
      method,
      ...(headers && { headers }),
      ...(credentials && { credentials }),
      ...(method === "GET" || method === "HEAD" ? {} : { body: "{}" }),
    });
    return response.status === 200;
  } catch {
    return false;
  }
}

describe.each(SERVED)("the snippet for %s, started", (host) => {
  it.each(Object.entries(CASES))("serves %s, and no one else", async (name, each) => {
    const snippet = snippetsFor({ ...each.options }, each.method).find((one) => one.host === host);
    if (!snippet) throw new Error(`no snippet for ${host}`);
    const served = await serveSnippet(snippet, `${host}-${name.replaceAll(/\W/gu, "-")}`);
    try {
      for (const origin of each.friends) {
        expect([origin, await isReadable(served.url, origin, each)]).toEqual([origin, true]);
      }
      for (const origin of each.strangers) {
        expect([origin, await isReadable(served.url, origin, each)]).toEqual([origin, false]);
      }
    } finally {
      await served.stop();
    }
  });

  it("serves what each example's request needs", async () => {
    for (const { id, scene } of presetsFor(PAGE)) {
      const isByPolicy = scene.kind === "policy" && id !== "sandbox" && id !== "refused";
      const options = isByPolicy
        ? parseOptions(scene.policy).options
        : neededOptions(scene, scene.origin || PAGE);
      if (!options) throw new Error(`no options for ${id}`);
      expect(() => createCors(options as unknown as StaticCorsOptions)).not.toThrow();
      const snippet = snippetsFor(options, scene.method).find((one) => one.host === host);
      if (!snippet) throw new Error(`no snippet for ${host}`);
      const served = await serveSnippet(snippet, `${host}-${id}`);
      const headers = scene.requestHeaders === "" ? {} : { "content-type": "application/json" };
      const asked = { method: scene.method, credentials: scene.credentials, headers };
      try {
        const origin = scene.origin || PAGE;
        expect([id, await isReadable(served.url, origin, asked)]).toEqual([id, true]);
      } finally {
        await served.stop();
      }
    }
  });
});
