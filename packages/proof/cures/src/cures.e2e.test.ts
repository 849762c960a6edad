import { explain, type ExplainReport } from "crossgate";
import { type Cure, findProduct, products } from "crossgate/cause";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cell, documentedCells, excusedCells, type Proof, renderMatrix } from "./matrix.ts";
import { isThere, runListener } from "./run.ts";
import { otherPage, type Scenario, scenarios } from "./scenario.ts";
import type { Running, Subject } from "./subject.ts";
import { subjects } from "./subjects.ts";

interface Pair {
  readonly subject: Subject;
  readonly scenario: Scenario;
}

/** Whether every product meets every cause; `CURES=whole` wants it. */
const isWhole = process.env["CURES"] === "whole";
/** What the loop found for each product and scenario. */
const cells: Cell[] = [];
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
    console.log(renderMatrix([...cells, ...subjects.flatMap(excusedCells), ...documentedCells()]));
  });

  const present = subjects.filter(({ needs, product }) => isThere(needs, product));
  const pairs = present.flatMap((subject) =>
    scenarios
      .filter(({ name }) => subject.inapplicable?.[name] === undefined)
      .map((scenario) => ({ subject, scenario, name: `${subject.product}: ${scenario.name}` })),
  );

  // The causes that came last are tried on some products, unless all are wanted.
  const tried = pairs.filter(
    ({ scenario }, index) => isWhole || !scenario.isSampled || index % 3 === 0,
  );

  it.each(tried.filter(isImmune))("$name: does nothing wrong", async ({ subject, scenario }) => {
    const running = await subject.start(brokenCode(subject, scenario, origin));
    const before = await look(running, scenario, subject);
    note(subject, scenario, before.report);
    expect(before).toMatchObject({ report: { verdict: "readable" }, observed: "readable" });
  });

  it.each(tried.filter((pair) => !isImmune(pair) && !isMendedInside(pair)))(
    "$name",
    async ({ subject, scenario }) => {
      const broken = brokenCode(subject, scenario, origin);
      const before = await look(await subject.start(broken), scenario, subject);
      expect(before).toMatchObject({ report: { verdict: "blocked" }, observed: "blocked" });
      expect(scenario.causes).toContain(before.report.cause?.code);

      const now = { code: broken, scenario };
      let { report } = before;
      let isByServer = false;
      // Where a redirect led away from the CORS layer, a second cure follows the first.
      for (let round = 0; round < 2 && report.verdict === "blocked"; round += 1) {
        const { cure, isServers } = cureFor(subject, report);
        isByServer ||= isServers;
        if (isServers) now.code = cure.snippet;
        else now.scenario = asThePageWould(now.scenario, cure);
        const running = await subject.start(now.code);
        const after = await look(running, now.scenario, subject, before.others);
        ({ report } = after);
        if (report.verdict === "blocked") continue;
        // What the page changes leaves a server as it is, with the caches that it may have.
        expect(isServers ? ["readable"] : ["readable", "depends"]).toContain(report.verdict);
        expect(after).toMatchObject({ observed: "readable", others: before.others });
      }
      const proof = isByServer ? "proven" : "by the page";
      note(subject, scenario, before.report, proof);
      expect({ verdict: report.verdict, cause: report.cause?.headline }).not.toMatchObject({
        verdict: "blocked",
      });
    },
  );

  it.each(tried.filter(isMendedInside))(
    "$name: is the handler's to mend",
    { timeout: 120_000 },
    async ({ subject, scenario }) => {
      const { report } = await look(await subject.start(undefined), scenario, subject);
      const note = "the handler's to mend";
      const cell = { product: subject.product, scenario: scenario.name, note };
      cells.push({ ...cell, proof: "not applicable" });
      expect(report.cause?.code).toBe("handler-failed");
      expect(report.cures.filter(({ snippet }) => snippet !== undefined)).toEqual([]);
    },
  );

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
    { init, path }: Scenario,
    { product, path: own = "/data" }: Subject,
    expected?: boolean,
  ): Promise<{ report: ExplainReport; observed: string; others: boolean }> {
    const url = `http://127.0.0.1:${port}${own.replace(/\/data$/, "")}${path ?? "/data"}`;
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

/** The cure of a product, or the first of all. */
function cureFor(
  { product }: Subject,
  { cures }: ExplainReport,
): { readonly cure: Cure; readonly isServers: boolean } {
  // A development server is also a way around the server of someone else, which is no cure of it.
  const own = findProduct(product)?.audience;
  // Plain headers have no place in a program; where a product has no words, the page has.
  const cure =
    cures.find((each) => each.product === product && each.audience === own) ??
    cures.find(({ audience }) => audience === "page");
  if (cure === undefined) throw new Error("no cure");
  return { cure, isServers: cure.product === product };
}

/** Follows a cure of the page: another address, or no credentials. */
function asThePageWould(scenario: Scenario, { snippet = "" }: Cure): Scenario {
  const [, address] = /fetch\(("[^"]*")/.exec(snippet) ?? [];
  if (address === undefined) throw new Error(`no call: ${snippet}`);
  const [, path = "/data"] =
    /(\/\w+\/?)$/.exec(new URL(JSON.parse(address) as string).pathname) ?? [];
  return { ...scenario, path, init: withoutCredentials(scenario.init) };
}

/** A product that makes the response to an exception outside its CORS layer. */
function isMendedInside({ subject, scenario }: Pair): boolean {
  const covers = findProduct(subject.product)?.coversFailures ?? false;
  return scenario.path === "/broken" && !covers;
}

function withoutCredentials(init: Scenario["init"]): Scenario["init"] {
  return Object.fromEntries(Object.entries(init).filter(([name]) => name !== "credentials"));
}

function isImmune({ subject, scenario }: Pair): boolean {
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

function note(
  { product }: Subject,
  { name }: Scenario,
  { cause }: ExplainReport,
  proof: Proof = "proven",
): void {
  if (cause) cells.push({ product, scenario: name, proof, note: cause.code });
}
