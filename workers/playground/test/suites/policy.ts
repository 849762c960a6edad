import { createCors, CorsConfigError, type CorsOptions } from "@crossgate/core";
import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseOptions } from "../../src/demo/options-text.ts";
import { fill, freshPolicy, openTab, settled, textsOf } from "../playground-page.ts";
import type { Context } from "./context.ts";

/** Each by hand into the code, as a person would. */
const REFUSED: readonly string[] = [
  "{}",
  '{ origin: "*", credentials: true }',
  '{ origin: ["https://Example.com/", "*", "null"], maxAge: "600" }',
  '{ origin: /^https:\\/\\/.*example.com$/, methods: ["GET"], allowHeaders: ["Cookie"] }',
  '{ origin: "http://intranet.example", credentials: true, exposeHeaders: ["set-cookie"] }',
  '{ origin: true, allowMethods: ["CONNECT", "patch"], preflightStatus: 404 }',
];

const PREVIEWS = "/^https:\\/\\/pr-\\d+\\.a\\.dev$/i";

/** The policy by form and by code. */
export function describePolicy(context: () => Context): void {
  describe("the policy", () => {
    beforeEach(async () => freshPolicy(context()));

    it("form → code → form says the same", async () => {
      const { page, playground } = context();
      await fill(page, "#field-origin", `${playground.page}\n${PREVIEWS}`);
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
      await fill(
        page,
        "#policy-code",
        code.replace("maxAge: 60", "maxAge: 90").replace('"PUT"', '"PATCH"'),
      );
      await openTab(page, "form");
      expect(await formTexts(page)).toMatchObject({
        origin: `${playground.page}\n${PREVIEWS}`,
        allowMethods: "GET, PATCH",
        allowHeaders: "[]",
        maxAge: "90",
      });
      expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
    });

    it("what is typed stays as it is typed", async () => {
      const { page, playground } = context();
      await page.focus("#field-allowMethods");
      await page.keyboard.type("GET, PUT ,  DEL");
      expect((await formTexts(page))["allowMethods"]).toBe("GET, PUT ,  DEL");
      await page.focus("#field-origin");
      await page.keyboard.press("End");
      await page.keyboard.type("\n\nhttps://b.example");
      expect((await formTexts(page))["origin"]).toBe(`${playground.page}\n\nhttps://b.example`);
    });

    it("that can't be read keeps the form from changing it, and says where", async () => {
      const { page } = context();
      await openTab(page, "code");
      await fill(page, "#policy-code", "{ origin: }");
      const [problem] = await textsOf(page, "#policy-code-issues .problem");
      expect(problem).toBe("invalid character '}' at 1:11");
      await openTab(page, "form");
      expect(await page.$("#field-origin")).toBeNull();
    });
  });

  describe("a policy that createCors refuses", () => {
    beforeAll(async () => freshPolicy(context()));

    it.each(REFUSED)("%s: the same messages, in one list and beside each field", async (code) => {
      const { page } = context();
      const expected = complaintsOf(code);
      await openTab(page, "code");
      await fill(page, "#policy-code", code);
      await page.waitForSelector('.verdict[data-observation="none"]');
      expect(await textsOf(page, ".verdict .issues li")).toEqual(expected);
      expect(await textsOf(page, "#policy-code-issues li")).toEqual(expected);
      await openTab(page, "form");
      const beside = await textsOf(page, "form > .issues li, .field .issues li");
      expect(beside.toSorted()).toEqual(expected.toSorted());
      const origin = await textsOf(page, '.field[data-field="origin"] .issues li');
      expect(origin).toEqual(expected.filter((line) => line.startsWith("origin")));
    });
  });
}

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

/** The constructor's own words, in the form of its message. */
function complaintsOf(code: string): readonly string[] {
  try {
    createCors(parseOptions(code).options as unknown as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.message.split("\n  ").slice(1);
  }
  throw new Error(`${code} was to be refused`);
}
