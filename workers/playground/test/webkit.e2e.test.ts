import { hasWebkit, launchWebkit, type Webkit } from "@crossgate/testkit/webkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presetsFor } from "../page/presets.ts";
import { servePage } from "./newcomer.ts";
import { type Playground, servePlayground } from "./serve.ts";
import { serveSnippet } from "./snippet-server.ts";

const PRESETS = presetsFor("https://unimportant.example");

/** What the verdict panel says once it has said all. */
const SETTLED = `
  const { outcome, observation } = document.querySelector(".verdict")?.dataset ?? {};
  const isSettled = observation !== undefined && observation !== "pending";
  return isSettled && { outcome, observation, text: document.querySelector(".verdict").innerText };`;

const FILL = `
  const field = document.querySelector(arguments[0]);
  field.value = arguments[1];
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));`;

describe.skipIf(!hasWebkit())("in WebKit", () => {
  let playground: Playground;
  let webkit: Webkit;

  beforeAll(async () => {
    [playground, webkit] = await Promise.all([servePlayground(), launchWebkit()]);
    await webkit.goto(playground.page);
  });
  afterAll(async () => {
    await webkit?.close();
    await playground?.stop();
  });

  async function paste(text: string): Promise<void> {
    await webkit.waitFor(`return document.querySelector("#paste") !== null`);
    await webkit.evaluate(FILL, "#paste", text);
  }

  async function openPreset(id: string): Promise<object> {
    await webkit.evaluate(
      `document.querySelector('[data-preset="' + arguments[0] + '"]').click()`,
      id,
    );
    await webkit.waitFor(
      `return document.querySelector('[data-preset="' + arguments[0] + '"][aria-current]') !== null`,
      id,
    );
    return webkit.waitFor(SETTLED);
  }

  it("opens on the article's blocked request", async () => {
    expect(await webkit.waitFor(SETTLED)).toMatchObject({
      outcome: "blocked",
      observation: "same",
    });
  });

  it.each(PRESETS)("$id is $outcome, as predicted", async ({ id, outcome }) => {
    expect(await openPreset(id)).toMatchObject({ observation: "same", outcome });
  });

  it("mends what is blocked, and the focus is on what came of it", async () => {
    await openPreset("refused");
    await webkit.evaluate(`document.querySelector(".mend").click()`);
    await webkit.waitFor(
      `return document.querySelector('.verdict[data-outcome="readable"]') !== null`,
    );
    expect(await webkit.waitFor(SETTLED)).toMatchObject({
      outcome: "readable",
      observation: "same",
    });
    expect(await webkit.evaluate(`return document.activeElement.className`)).toBe("headline");
  });

  it("a newcomer reads the cause, starts Express with the snippet, and can read", async () => {
    const visited = await servePage();
    const line = `Origin ${visited.origin} is not allowed by Access-Control-Allow-Origin. Status code: 200\nFetch API cannot load http://localhost:3000/api/hello due to access control checks.`;
    await paste(`[Error] ${line}`);
    const fix = await webkit.waitFor<string>(
      `return document.querySelector(".reason .fix")?.textContent.includes(arguments[0]) && document.querySelector(".reason .fix").textContent`,
      visited.origin,
    );
    expect(fix).toContain(visited.origin);
    await webkit.evaluate(`document.querySelector('[data-tab="express"]').click()`);
    const code = await webkit.waitFor<string>(
      `return document.querySelector('[data-tab="express"][aria-selected="true"]') && document.querySelector(".snippets pre").textContent`,
    );
    const served = await serveSnippet({ host: "express", code }, "walk-webkit");
    try {
      await webkit.goto(visited.origin);
      await webkit.evaluate(
        `fetch(arguments[0]).then((response) => response.text()).then((text) => { document.title = text; }, () => { document.title = "blocked"; })`,
        `${served.url}/api/hello`,
      );
      expect(await webkit.waitFor(`return document.title !== "mine" && document.title`)).toBe(
        '{"data":"hello world"}',
      );
    } finally {
      await webkit.goto(playground.page);
      await Promise.all([served.stop(), visited.stop()]);
    }
  });

  it("understands a line of Safari's console", async () => {
    const line = `Fetch API cannot load https://api.other.example/users due to access control checks.\nOrigin ${playground.page} is not allowed by Access-Control-Allow-Origin. Status code: 200`;
    await paste(line);
    const command = await webkit.waitFor<string>(
      `return document.querySelector(".understood .command")?.textContent`,
    );
    expect(command).toContain("npx crossgate explain");
    expect(await webkit.waitFor(SETTLED)).toMatchObject({
      outcome: "blocked",
      observation: "same",
    });
  });
});
