import { readFileSync } from "node:fs";
import { explain } from "crossgate";
import { hasChromium } from "@crossgate/testkit/chromium";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isThere } from "../run.ts";
import { inBuckets } from "./buckets.ts";
import { byHand } from "./by-hand.ts";
import { byThePage } from "./by-the-page.ts";
import { onConnections } from "./connections.ts";
import { onTheDevice } from "./local-network.ts";
import { onServers } from "./on-servers.ts";
import { onServersOfOthers } from "./servers-of-others.ts";
import type { Rebuilt, Report } from "./report.ts";
import { fetchIn, openSite, type Site } from "./site.ts";

const reports = [
  ...onServers,
  ...byThePage,
  ...byHand,
  ...onServersOfOthers,
  ...inBuckets,
  ...onTheDevice,
  ...onConnections,
];
/** No response tells what the visitor answers to a prompt, nor what a cache holds already. */
const decidedElsewhere = new Set<Report["cause"]>(["local-network-access", "cache-without-origin"]);

describe.skipIf(!hasChromium())("what people reported", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.stop());

  const present = reports.filter(({ needs = [], name }) =>
    needs.every((program) => isThere(program, name)),
  );

  it.each(present)("$name: its cause is told, and its cure lets the page read", async (report) => {
    const visitor = site.browser.defaultBrowserContext();
    await visitor.deleteCookie(...(await visitor.cookies()));
    const rebuilt = await report.rebuild(site);
    try {
      const { before, after } = await follow(rebuilt);
      expect(before).toEqual({ cause: report.cause, seen: rebuilt.observed ?? "blocked" });
      const verdict = decidedElsewhere.has(report.cause) ? "depends" : "readable";
      expect(after).toMatchObject({ verdict, seen: "readable" });
    } finally {
      await rebuilt.stop();
    }
  });

  async function follow(rebuilt: Rebuilt): Promise<{ before: object; after: object }> {
    const { question } = rebuilt;
    const report = await explain(question);
    const before = { cause: report.cause?.code ?? null, seen: await seen(rebuilt, question) };
    const mended = (await rebuilt.follow?.(report)) ?? question;
    const { verdict, cause } = mended === question ? report : await explain(mended);
    return { before, after: { verdict, cause, seen: await seen(rebuilt, mended) } };
  }

  async function seen({ ask = fetchIn }: Rebuilt, question: Rebuilt["question"]): Promise<string> {
    const { origin = site.origin } = question;
    const page = await site.open(origin.startsWith("file:") ? site.origin : origin);
    try {
      return await ask(page, question);
    } finally {
      await page.close();
    }
  }
});

it("stands in the README, before and after", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = reports.map(
    ({ name, on, before: { said, advised, cures }, cause }) =>
      `| ${name} | ${on} | ${said}: ${advised} | ${cures ? "yes" : "no"} | ${cause ?? "readable"} | yes |`,
  );
  const lines = readme.split("\n").map(tidy);
  expect(lines.filter((line) => line.endsWith(" yes |"))).toEqual(rows);
});

/** A row without the spaces that align its table. */
function tidy(row: string): string {
  return row.replaceAll(/ +/g, " ");
}
