import type { Page } from "puppeteer-core";
import type { Context } from "./suites/context.ts";

const PATIENCE = 120_000;

/** What the verdict panel says once it has said all. */
export interface Shown {
  readonly outcome: string;
  readonly observation: string;
  readonly text: string;
}

/** Waits until the model has predicted and the browser has tried, as far as either is to. */
export async function settled(page: Page): Promise<Shown> {
  await page.waitForFunction(
    () => {
      const { observation } = document.querySelector<HTMLElement>(".verdict")?.dataset ?? {};
      return observation !== undefined && observation !== "pending";
    },
    { timeout: PATIENCE },
  );
  return page.$eval(".verdict", (verdict) => {
    const { outcome = "", observation = "" } = (verdict as HTMLElement).dataset;
    return { outcome, observation, text: (verdict as HTMLElement).innerText };
  });
}

/** The page as someone finds it who comes for the first time. */
export async function freshPage({ page, playground }: Context): Promise<void> {
  await page.goto("about:blank");
  await page.goto(playground.page);
  await settled(page);
}

/** The same, with a policy to change. */
export async function freshPolicy(context: Context): Promise<void> {
  await freshPage(context);
  await openPreset(context.page, "simple");
}

/** Follows a preset's link, and waits for what comes of it. */
export async function openPreset(page: Page, id: string): Promise<Shown> {
  await page.$eval(`[data-preset="${id}"]`, (link) => (link as HTMLElement).click());
  await page.waitForSelector(`[data-preset="${id}"][aria-current]`, { timeout: PATIENCE });
  return settled(page);
}

/** Writes a text in the place of another, as typing does. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  await page.$eval(
    selector,
    (element, value) => {
      const field = element as HTMLTextAreaElement;
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    text,
  );
}

/** Chooses a tab by its id. */
export async function openTab(page: Page, id: string): Promise<void> {
  await page.$eval(`[data-tab="${id}"]`, (tab) => (tab as HTMLElement).click());
  await page.waitForSelector(`[data-tab="${id}"][aria-selected="true"]`);
}

/** The texts of all elements that match, in order. */
export async function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => (element.textContent ?? "").trim()),
  );
}
