import fc from "fast-check";
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ANSWERS } from "../../src/demo/call.ts";
import { printOptions } from "../../src/demo/print-options.ts";
import { CREDENTIALS, METHODS, type Scene, toFragment } from "../../page/scene.ts";
import { freshPage, settled } from "../playground-page.ts";
import type { Context } from "./context.ts";

/** The same scenes each time, so that a failure is found again. */
const SAMPLE = { seed: 20, numRuns: 40 };

/** Anything a visitor can set, so long as there is a server to ask. */
export function describeAgreement(context: () => Context): void {
  describe("scenes no one has chosen", () => {
    beforeAll(async () => freshPage(context()));

    it("come out as the model says", async () => {
      const { page, playground } = context();
      const outcomes = new Set<string>();
      const sample = fc.sample(scenes(playground.page), SAMPLE).map(toFragment);
      for (const fragment of new Set(sample)) {
        await show(page, fragment);
        const { observation, outcome, text } = await settled(page);
        expect({ fragment, observation, text }).toMatchObject({ observation: "same" });
        outcomes.add(outcome);
      }
      expect([...outcomes].toSorted()).toEqual(["blocked", "readable"]);
    });
  });
}

/** Sets the address, and waits until the page has noticed: it is told a moment later. */
async function show(page: Page, fragment: string): Promise<void> {
  const before = await page.$eval(".verdict", (verdict) => verdict.getAttribute("data-run"));
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await page.waitForFunction(
    (run) => document.querySelector(".verdict")?.getAttribute("data-run") !== run,
    {},
    before,
  );
}

function scenes(own: string): fc.Arbitrary<Scene> {
  return fc.record({
    kind: fc.constantFrom("policy", "policy", "by-hand"),
    policy: policies(own).map(printOptions),
    headers: fc.constantFrom(
      "Access-Control-Allow-Origin: *",
      `Access-Control-Allow-Origin: ${own}\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Methods: PUT, PATCH`,
      `Access-Control-Allow-Origin: *\nAccess-Control-Allow-Origin: ${own}`,
      "Access-Control-Allow-Origin: null\nAccess-Control-Allow-Headers: *\nAccess-Control-Allow-Methods: *",
      "Access-Control-Allow-Origin: *\nAccess-Control-Allow-Headers: *, (\nAccess-Control-Expose-Headers: *",
    ),
    preflight: fc.constantFrom(204, 200, 302, 401),
    origin: fc.constantFrom("", "", "null"),
    method: fc.constantFrom(...METHODS),
    answer: fc.constantFrom(...ANSWERS),
    requestHeaders: fc.constantFrom(
      "",
      "content-type: application/json",
      "x-demo: 1\nauthorization: Bearer x",
      "range: bytes=0-5",
      "cookie: a=b",
    ),
    body: fc.constantFrom("", "text"),
    credentials: fc.constantFrom(...CREDENTIALS),
  });
}

function policies(own: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record(
    {
      origin: fc.constantFrom(own, own, [own, "https://b.example"], /^http:\/\/localhost:\d+$/),
      allowMethods: fc.constantFrom("*", [], ["PUT", "PATCH"]),
      allowHeaders: fc.constantFrom("*", [], ["content-type", "x-demo", "authorization"]),
      exposeHeaders: fc.constantFrom([], ["x-request-id"]),
      credentials: fc.boolean(),
      preflightContinue: fc.boolean(),
      refuseDenied: fc.boolean(),
      preflightStatus: fc.constantFrom(200, 204),
    },
    { requiredKeys: ["origin"], noNullPrototype: true },
  );
}
