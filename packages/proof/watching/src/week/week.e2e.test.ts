import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasChromium } from "@crossgate/testkit/chromium";
import { startServer } from "@crossgate/testkit/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crossgate } from "./crossgate.ts";
import { type Asked, openPages, type Pages } from "./pages.ts";

const DOCUMENT = new URL("../../../../../docs/from-star-to-a-list.md", import.meta.url);
const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));

const JSON_TEXT = { body: "{}", headers: { "content-type": "application/json" } };
const WITH_TRACE = { ...JSON_TEXT, headers: { ...JSON_TEXT.headers, "x-trace": "1" } };

/** Our pages, and what their scripts ask for. */
const OURS: readonly (readonly [page: string, requests: readonly Asked[]])[] = [
  ["https://app.myapp.com", [{}, { method: "PUT", ...WITH_TRACE }, { method: "DELETE" }]],
  ["https://admin.myapp.com", [{}, { method: "PUT", ...JSON_TEXT }]],
  ["https://eu.myapp.com", [{}, { method: "POST", body: "text" }]],
  ["https://partner.example", [{}, { method: "POST", ...JSON_TEXT }]],
];
/** The page that a release in the middle of the week brings, at its own address. */
const RELEASED: Asked = { method: "PUT", headers: { "x-version": "2" }, body: "{}" };
const NEW_PATH = "/items/versions";
const STRANGER = "https://scraper.example";
const SOMEONE_ELSE = "https://evil.app.myapp.com.example";

const READABLE = JSON.stringify({ path: "/items" });
const NEW_READABLE = JSON.stringify({ path: NEW_PATH });
const BLOCKED = "TypeError: Failed to fetch";

describe.skipIf(!hasChromium())("M2, M3, M4: from * to a list in a week", () => {
  let pages: Pages;
  let folder: string;
  let week: string;

  beforeAll(async () => {
    // Inside the package, where the programs find what they import.
    folder = mkdtempSync(join(PACKAGE, "week-"));
    cpSync(join(PACKAGE, "recipes/node"), folder, { recursive: true });
    week = join(folder, "week");
    pages = await openPages([...OURS.map(([page]) => page), STRANGER, SOMEONE_ELSE]);
  });

  afterAll(async () => {
    await pages?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** Serves with one of the week's programs while pages ask it. */
  async function day(
    name: "log" | "try" | "enforce",
    work: (url: string) => Promise<void>,
  ): Promise<readonly unknown[]> {
    const program = join(week, `${name}.ts`);
    const log = join(week, `${name}.ndjson`);
    rmSync(log, { force: true });
    const server = await startServer({ command: [process.execPath, program], probe: "/", log });
    try {
      await work(`http://127.0.0.1:${server.port}/items`);
    } finally {
      await server.stop();
    }
    const lines = readFileSync(log, "utf8").split("\n");
    return lines.filter(Boolean).map((line): unknown => JSON.parse(line));
  }

  /** What the released page gets. */
  const askAsReleased = (url: string): Promise<readonly string[]> =>
    pages.ask("https://app.myapp.com", new URL(NEW_PATH, url).href, [RELEASED]);

  /** What our own pages get, all of it. */
  async function askAsOurs(url: string): Promise<ReadonlySet<string>> {
    const outcomes = new Set<string>();
    for (const [page, requests] of OURS) {
      for (const outcome of await pages.ask(page, url, requests)) outcomes.add(outcome);
    }
    return outcomes;
  }

  it("goes the way of the page", async () => {
    const logged = await day("log", async (url) => {
      for (let visit = 0; visit < 3; visit++) {
        expect(await askAsOurs(url)).toEqual(new Set([READABLE]));
      }
      expect(await pages.ask(STRANGER, url, [{}])).toEqual([READABLE]);
      expect(await pages.askFromSandbox(SOMEONE_ELSE, url)).toBe(READABLE);
    });
    expect(logged.length).toBeGreaterThan(3 * OURS.flatMap(([, requests]) => requests).length);

    const suggested = ["suggest", "log.ndjson", "--at-least", "3"];
    const shown = await crossgate(week, ...suggested);
    expect(shown.code).toBe(0);
    for (const line of [
      "https://*.myapp.com  3 hosts",
      `${STRANGER}  1 (`,
      "[rare]",
      "null  1 (",
      "[null]",
    ]) {
      expect(shown.stdout).toContain(line);
    }
    const written = await crossgate(week, ...suggested, "--module");
    const policy = join(week, "policy.ts");
    // The one in the tree is the one that this traffic leads to.
    expect(written.stdout).toBe(readFileSync(policy, "utf8"));
    writeFileSync(policy, written.stdout);
    expect(await crossgate(week, "lint", "policy.ts", "--strict")).toMatchObject({ code: 0 });

    const differences = await day("try", async (url) => {
      expect(await askAsOurs(url)).toEqual(new Set([READABLE]));
      expect(await askAsReleased(url)).toEqual([NEW_READABLE]);
      expect(await pages.ask(STRANGER, url, [{}])).toEqual([READABLE]);
      expect(await pages.askFromSandbox(SOMEONE_ELSE, url)).toBe(READABLE);
    });
    const told = { change: "access", detail: expect.any(String) };
    expect(differences).toEqual([
      { ...told, origin: "https://app.myapp.com", reason: "header-not-allowed" },
      { ...told, origin: STRANGER, reason: "origin-denied" },
      { ...told, origin: "null", reason: "origin-null" },
    ]);

    const shownOnPage = differences.slice(0, 2).map((each) => JSON.stringify(each));
    expect(readFileSync(DOCUMENT, "utf8")).toContain(shownOnPage.join("\n"));

    // The release is ours: its header belongs in the policy.
    writeFileSync(policy, written.stdout.replace('"x-trace"', '"x-trace", "x-version"'));
    expect(await crossgate(week, "lint", "policy.ts", "--strict")).toMatchObject({ code: 0 });
    await day("enforce", async (url) => {
      expect(await askAsOurs(url)).toEqual(new Set([READABLE]));
      expect(await askAsReleased(url)).toEqual([NEW_READABLE]);
      expect(await pages.ask(STRANGER, url, [{}, { method: "PUT" }])).toEqual([BLOCKED, BLOCKED]);
      expect(await pages.ask(SOMEONE_ELSE, url, [{}])).toEqual([BLOCKED]);
      expect(await pages.askFromSandbox(SOMEONE_ELSE, url)).toBe(BLOCKED);
    });
  });
});
