import { explain, type ExplainReport } from "crossgate";
import { findProduct, products } from "crossgate/cause";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isThere, runListener } from "./run.ts";
import { otherPage, type Scenario, scenarios } from "./scenario.ts";
import type { Running, Subject } from "./subject.ts";
import { subjects } from "./subjects.ts";

/** What the loop found for each product and scenario. */
const table = new Map<string, string[]>();
const recognised = new Map<string, string>();

describe.skipIf(!hasChromium())("a cure cures", () => {
  let site: Running;
  let origin: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    site = await runListener((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>page</title>");
    });
    origin = `http://127.0.0.1:${site.port}`;
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(origin);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    for (const [product, results] of table) {
      console.log(
        `${product.padEnd(20)} ${results.join(", ")}; recognised by ${recognised.get(product) ?? ""}`,
      );
    }
  });

  const present = subjects.filter(({ needs, product }) => isThere(needs, product));
  const pairs = present.flatMap((subject) =>
    scenarios.map((scenario) => ({
      subject,
      scenario,
      name: `${subject.product}: ${scenario.name}`,
    })),
  );

  it.each(pairs.filter(isImmune))("$name: does nothing wrong", async ({ subject, scenario }) => {
    const running = await subject.start(brokenCode(subject, scenario, origin));
    const before = await look(running, scenario, subject);
    note(subject, scenario, before.report);
    expect(before).toMatchObject({ report: { verdict: "readable" }, observed: "readable" });
  });

  it.each(pairs.filter((pair) => !isImmune(pair)))("$name", async ({ subject, scenario }) => {
    const broken = brokenCode(subject, scenario, origin);
    const before = await look(await subject.start(broken), scenario, subject);
    note(subject, scenario, before.report);
    expect(before).toMatchObject({ report: { verdict: "blocked" }, observed: "blocked" });
    expect(scenario.causes).toContain(before.report.cause?.code);

    const cure =
      before.report.cures.find((each) => each.product === subject.product) ??
      before.report.cures[0];
    const isServers = cure?.product === subject.product;
    const running = await subject.start(isServers ? cure?.snippet : broken);
    const cured = isServers ? scenario : { ...scenario, init: withoutCredentials(scenario.init) };
    const after = await look(running, cured, subject, before.others);
    // What the page changes leaves a server as it is, with the caches that it may have.
    expect(isServers ? ["readable"] : ["readable", "depends"]).toContain(after.report.verdict);
    expect(after).toMatchObject({
      observed: "readable",
      others: before.others,
    });
  });

  it.each(present.filter(({ doubling }) => doubling !== undefined))(
    "$product: a second line on top of the application's",
    async (subject) => {
      const { doubling = "", product } = subject;
      const allowed = "access-control-allow-origin";
      // Varnish cannot add a line; two may come to it.
      const behind = { [allowed]: doubling === "" ? [origin, origin] : origin };
      const code = doubling.replaceAll("$ORIGIN", origin);
      const scenario: Scenario = { name: "twice", broken: () => undefined, init: {}, causes: [] };
      const before = await look(await subject.start(code, behind), scenario, subject);
      note(subject, scenario, before.report);
      expect(before).toMatchObject({
        report: { verdict: "blocked", cause: { code: "header-twice" } },
        observed: "blocked",
      });
      const cure = before.report.cures[0];
      expect(cure?.product).toBe(product);
      const after = await look(await subject.start(cure?.snippet, behind), scenario, subject);
      expect(after).toMatchObject({ report: { verdict: "readable" }, observed: "readable" });
    },
  );

  it("is tried for every product that claims to take the place of another layer's header", () => {
    const claimed = products.filter(({ replaces }) => replaces === true).map(({ name }) => name);
    const tried = subjects.filter(({ doubling }) => doubling !== undefined);
    expect(claimed.toSorted()).toEqual(tried.map(({ product }) => product).toSorted());
  });

  it.each(present)(
    "$product is recognised, or taken for nothing else",
    async ({ path = "/data", product, start }) => {
      const { port, stop } = await start(undefined);
      try {
        const url = `http://127.0.0.1:${port}${path}`;
        const report = await explain({ url, origin, method: "PUT", body: "{}" });
        const [first] = report.servers;
        recognised.set(product, first === undefined ? "no" : first.by);
        // webpack-dev-server is an Express, and says so.
        const kin = product === "webpack-dev-server" ? "express" : product;
        expect([product, kin, "nothing"]).toContain(first?.product ?? "nothing");
      } finally {
        await stop();
      }
    },
  );

  it("is claimed to be proven for no product that is not in this loop", () => {
    const proven = products.filter((product) => product.proven).map(({ name }) => name);
    expect(proven.toSorted()).toEqual(subjects.map(({ product }) => product).toSorted());
    expect(proven.length).toBeGreaterThanOrEqual(25);
    expect(products.length - proven.length).toBeGreaterThanOrEqual(18);
  });

  /** The same request, told and really made; and whether the other page reads, as it did before. */
  async function look(
    { port, stop }: Running,
    { init }: Scenario,
    { product, path = "/data" }: Subject,
    expected?: boolean,
  ): Promise<{ report: ExplainReport; observed: string; others: boolean }> {
    const url = `http://127.0.0.1:${port}${path}`;
    try {
      const headers = Object.entries(init.headers ?? {});
      const report = await explain({ ...init, url, origin, headers, server: product });
      const observed = await page.evaluate(
        (target, options) =>
          fetch(target, options).then(
            () => "readable",
            () => "blocked",
          ),
        url,
        init,
      );
      const other = await explain({ url, origin: otherPage, probes: false });
      // An origin that was not allowed before may be allowed now. One that was allowed must stay
      // so.
      const isRead = other.verdict === "readable";
      return { report, observed, others: isRead && (expected ?? showsOthers(report)) };
    } finally {
      await stop();
    }
  }
});

function withoutCredentials(init: Scenario["init"]): Scenario["init"] {
  return Object.fromEntries(Object.entries(init).filter(([name]) => name !== "credentials"));
}

function isImmune({
  subject,
  scenario,
}: {
  readonly subject: Subject;
  readonly scenario: Scenario;
}): boolean {
  return subject.immune?.[scenario.name] !== undefined;
}

/** The scenario's policy in the product's own words. */
function brokenCode(
  { product }: Subject,
  { broken }: Scenario,
  origin: string,
): string | undefined {
  const wanted = broken(origin);
  return wanted && findProduct(product)?.allow(wanted)?.code;
}

/** Whether the answers show that someone else is allowed: a list that is compared does not. */
function showsOthers({ steps, origin }: ExplainReport): boolean {
  return steps.some(({ response }) =>
    response?.headers.some(
      ({ name, value }) => name === "access-control-allow-origin" && value !== origin,
    ),
  );
}

function note({ product }: Subject, { name }: Scenario, { cause }: ExplainReport): void {
  table.set(product, [...(table.get(product) ?? []), `${name} → ${cause?.code ?? "immune"}`]);
}
