import { createCors, CorsConfigError, type CorsOptions } from "@crossgate/core";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseOptions } from "../src/demo/options-text.ts";
import { type BrowserName, hasBrowser, launchBrowser, recordComplaints } from "./browsers.ts";
import { fill, openPreset, openTab, settled, textsOf } from "./playground-page.ts";
import { type Playground, servePlayground } from "./serve.ts";

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];

/** Each by hand into the code, as a person would. */
const REFUSED: readonly string[] = [
  "{}",
  '{ origin: "*", credentials: true }',
  '{ origin: ["https://Example.com/", "*", "null"], maxAge: "600" }',
  '{ origin: /^https://.*example.com$/, methods: ["GET"], allowHeaders: ["Cookie"] }'.replace(
    "//",
    "\\/\\/",
  ),
  '{ origin: "http://intranet.example", credentials: true, exposeHeaders: ["set-cookie"] }',
  '{ origin: true, allowMethods: ["CONNECT", "patch"], preflightStatus: 404 }',
];

let playground: Playground;

beforeAll(async () => {
  playground = await servePlayground();
});

afterAll(async () => playground?.stop());

describe.each(BROWSERS.filter(hasBrowser))("the page in %s", (name) => {
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser(name);
    page = await browser.newPage();
    complaints = recordComplaints(page);
  });

  beforeEach(async () => {
    await page.goto("about:blank");
    await page.goto(playground.page);
    await settled(page);
  });

  afterAll(async () => browser?.close());

  it("form → code → form says the same", async () => {
    await fill(page, "#field-origin", `${playground.page}\n/^https:\\/\\/pr-\\d+\\.a\\.dev$/i`);
    await fill(page, "#field-allowMethods", "GET, PUT");
    await fill(page, "#field-allowHeaders", "[]");
    await fill(page, "#field-maxAge", "60");
    await page.click("#field-credentials");
    await openTab(page, "code");
    const code = await page.$eval("#policy-code", (area) => (area as HTMLTextAreaElement).value);
    expect(parseOptions(code).options).toEqual({
      origin: [playground.page, /^https:\/\/pr-\d+\.a\.dev$/i],
      allowMethods: ["GET", "PUT"],
      allowHeaders: [],
      credentials: true,
      maxAge: 60,
    });
    await fill(page, "#policy-code", code.replace("60", "90").replace('"PUT"', '"PATCH"'));
    await openTab(page, "form");
    expect(await formTexts(page)).toMatchObject({
      origin: `${playground.page}\n/^https:\\/\\/pr-\\d+\\.a\\.dev$/i`,
      allowMethods: "GET, PATCH",
      allowHeaders: "[]",
      maxAge: "90",
    });
    expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
  });

  it("what is typed stays as it is typed", async () => {
    await page.focus("#field-allowMethods");
    await page.keyboard.type("GET, PUT ,  DEL");
    expect((await formTexts(page))["allowMethods"]).toBe("GET, PUT ,  DEL");
    await page.focus("#field-origin");
    await page.keyboard.press("End");
    await page.keyboard.type("\n\nhttps://b.example");
    expect((await formTexts(page))["origin"]).toBe(`${playground.page}\n\nhttps://b.example`);
  });

  it.each(REFUSED)("says what createCors says about %s", async (code) => {
    const expected = complaintsOf(code);
    await openTab(page, "code");
    await fill(page, "#policy-code", code);
    await page.waitForFunction(() => document.querySelector(".verdict .issues") !== null);
    expect(await textsOf(page, ".verdict .issues li")).toEqual(expected);
    expect(await textsOf(page, "#policy-code-issues li")).toEqual(expected);
    await openTab(page, "form");
    const beside = await textsOf(page, "form > .issues li, .field .issues li");
    expect(beside.toSorted()).toEqual(expected.toSorted());
    expect(await textsOf(page, '.field[data-field="origin"] .issues li')).toEqual(
      expected.filter((line) => line.startsWith("origin")),
    );
  });

  it("a policy that can't be read keeps the form from changing it, and says where", async () => {
    await openTab(page, "code");
    await fill(page, "#policy-code", "{ origin: }");
    expect(await textsOf(page, "#policy-code-issues .problem")).toEqual([
      "invalid character '}' at 1:11",
    ]);
    await openTab(page, "form");
    expect(await page.$("#field-origin")).toBeNull();
  });

  it("the address holds the state, and “back” leads to the example before", async () => {
    await openPreset(page, "wildcard");
    await openPreset(page, "preflight");
    await fill(page, "#request-headers", "content-type: application/json\nx-demo: 1");
    await page.waitForFunction(() => location.hash.includes("x-demo"));
    const shared = page.url();
    const shown = await settled(page);
    await page.goBack();
    await page.waitForSelector('[data-preset="wildcard"][aria-current]');
    const other = await browser.newPage();
    await other.goto(shared);
    expect(await settled(other)).toEqual(shown);
    expect(
      await other.$eval("#request-headers", (area) => (area as HTMLTextAreaElement).value),
    ).toBe("content-type: application/json\nx-demo: 1");
    await other.close();
    await page.bringToFront();
  });

  it("another page's origin is predicted, and nothing is said to be observed", async () => {
    await fill(page, "#page-origin", "https://partner.example");
    const shown = await settled(page);
    expect(shown).toMatchObject({ outcome: "blocked", observation: "not-asked" });
    expect(shown.text).toContain("can only be predicted");
  });

  it("a RegExp that a shared server must not run is predicted all the same", async () => {
    await fill(page, "#field-origin", "/^https?:\\/\\/(?:[a-z]+\\.)*localhost:\\d+$/");
    const shown = await settled(page);
    expect(shown).toMatchObject({ outcome: "readable", observation: "not-asked" });
    expect(shown.text).toContain("may take a server too long");
  });

  it("a server that can't be reached is not called CORS", async () => {
    await page.setRequestInterception(true);
    const refuse = (request: { url(): string; abort(): unknown; continue(): unknown }): void => {
      void (request.url().startsWith(playground.api) ? request.abort() : request.continue());
    };
    page.on("request", refuse);
    await openPreset(page, "blocked");
    const shown = await settled(page);
    page.off("request", refuse);
    await page.setRequestInterception(false);
    expect(shown.observation).toBe("differs");
    expect(shown.text).toContain("Your browser reached nobody.");
  });

  it("the mend mends", async () => {
    expect(await openPreset(page, "refused")).toMatchObject({ outcome: "blocked" });
    await page.click(".mend");
    await page.waitForSelector('.verdict[data-outcome="readable"]');
    expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
  });

  it("the cookie travels from the second time on, where this browser keeps it", async () => {
    await openPreset(page, "credentials");
    await page.$eval(".actions button", (button) => (button as HTMLElement).click());
    await page.waitForFunction(() =>
      document.querySelector(".echo pre")?.textContent?.includes("cookie: visits="),
    );
    expect(await settled(page)).toMatchObject({ observation: "same" });
  });

  it("links to a page for each reason", async () => {
    await openPreset(page, "wildcard");
    await Promise.all([page.waitForNavigation(), page.click(".names a")]);
    expect(new URL(page.url()).pathname).toBe("/errors/acao-wildcard-credentials");
    expect(await textsOf(page, "h1")).toEqual(["acao-wildcard-credentials"]);
  });

  it("has kept to its Content-Security-Policy throughout", () => {
    expect(complaints).toEqual([]);
  });
});

async function formTexts(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.$$eval("[data-field]", (fields) =>
    Object.fromEntries(
      fields.map((field) => [
        (field as HTMLElement).dataset["field"] ?? "",
        field.querySelector<HTMLInputElement>("input, textarea")?.value ?? "",
      ]),
    ),
  );
}

/** What the constructor itself says, in the form of its own message. */
function complaintsOf(code: string): readonly string[] {
  try {
    createCors(parseOptions(code).options as unknown as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) {
      return error.message.split("\n  ").slice(1);
    }
  }
  throw new Error(`${code} was to be refused`);
}
