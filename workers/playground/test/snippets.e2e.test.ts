import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createCors, type CorsOptions } from "@crossgate/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { METHODS } from "../page/scene.ts";
import { snippetsFor } from "../page/snippets/index.ts";

/** Inside the package, so that imports are found as in a user's project. */
const FOLDER = fileURLToPath(new URL("../dist/snippets/", import.meta.url));
const TSC = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));

const POLICIES: Readonly<Record<string, CorsOptions>> = {
  everyone: { origin: "*" },
  one: { origin: "https://myapp.com", credentials: true },
  list: {
    origin: [
      "https://myapp.com",
      "https://*.myapp.com",
      "http://localhost:*",
      /^https:\/\/pr-\d+\.a\.dev$/i,
    ],
    allowMethods: ["GET", "PUT"],
    allowHeaders: ["content-type", "authorization"],
    exposeHeaders: ["x-request-id"],
    credentials: true,
    maxAge: 7200,
  },
  expression: { origin: /^https:\/\/[a-z"'`$]+\.example$/, exposeHeaders: "*", maxAge: 0 },
  lone: {
    origin: ["https://a.example"],
    // As JavaScript may write it.
    allowMethods: "PUT" as unknown as readonly string[],
    allowHeaders: [],
  },
  seldom: {
    origin: "http://intranet.example",
    credentials: true,
    dangerouslyAllowInsecureOrigins: true,
    preflightStatus: 200,
    preflightContinue: true,
    refuseDenied: true,
    selfOrigins: ["https://api.example"],
  },
};

const TYPES: Readonly<Record<string, object>> = {
  hono: { lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] },
  workers: { lib: ["ES2023"], types: ["@cloudflare/workers-types"] },
  deno: { lib: ["ES2023", "DOM", "DOM.Iterable"], types: ["@types/deno"] },
  bun: { lib: ["ES2023", "DOM", "DOM.Iterable"], types: ["bun"] },
  next: { lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] },
};

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [name, options] of Object.entries(POLICIES)) {
    for (const method of METHODS) {
      for (const { host, code } of snippetsFor({ ...options }, method)) {
        if (!Object.hasOwn(TYPES, host)) continue;
        mkdirSync(`${FOLDER}${host}`, { recursive: true });
        writeFileSync(`${FOLDER}${host}/${name}-${method}-${METHODS.indexOf(method)}.ts`, code);
      }
    }
  }
  for (const [host, options] of Object.entries(TYPES)) {
    const config = {
      extends: "../../../../../tsconfig.base.json",
      compilerOptions: {
        ...options,
        noEmit: true,
        declaration: false,
        isolatedDeclarations: false,
      },
      include: ["."],
    };
    writeFileSync(`${FOLDER}${host}/tsconfig.json`, JSON.stringify(config));
  }
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe("the snippets", () => {
  it.each(Object.entries(POLICIES))("are of a policy that works: %s", (_name, options) => {
    expect(() => createCors(options)).not.toThrow();
  });

  it("there are some for every host of Crossgate", () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(TYPES).toSorted());
  });

  it.each(Object.keys(TYPES))("have right types on %s", (host) => {
    expect(typeErrors(`${FOLDER}${host}`)).toBe("");
  });
});

function typeErrors(project: string): string {
  try {
    execFileSync(TSC, ["-p", project], { encoding: "utf8" });
    return "";
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
