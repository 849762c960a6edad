import { launchChromium } from "@crossgate/testkit/chromium";
import type { Page } from "puppeteer-core";
import { type DevTools, type Recorded, settling } from "./recorded.ts";

/** Chromium on a page, and its DevTools in a tab of their own: their modules export and copy. */
export async function openChromiumDevTools(url: string): Promise<DevTools> {
  const browser = await launchChromium("--remote-allow-origins=*");
  const page = await browser.newPage();
  const lines: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("blocked by CORS policy")) lines.push(message.text());
  });
  await page.goto(url);
  const tools = await browser.newPage();
  const { host } = new URL(browser.wsEndpoint());
  const session = await page.createCDPSession();
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await tools.goto(
    `devtools://devtools/bundled/devtools_app.html?ws=${host}/devtools/page/${targetInfo.targetId}`,
  );
  await tools.waitForFunction(() => document.body.innerText.length > 0);
  // The tools record what happens from now on.
  await tools.evaluate(`(async () => { ${modules} })()`);
  return {
    async record(script) {
      lines.length = 0;
      await page.evaluate(script);
      await new Promise((resolve) => setTimeout(resolve, settling));
      return { lines: [...lines], ...(await readAll(tools)) };
    },
    close: () => browser.close(),
  };
}

/** In the words of the tools' tab, which imports its own modules. */
const modules = `
const load = (path) => import(new URL(path, location.href).href);
const [{ NetworkLog }, { Log }, { NetworkLogView: { NetworkLogView: view } }] = await Promise.all([
  load("./models/logs/logs.js"),
  load("./models/har/har.js"),
  load("./panels/network/network.js"),
]);`;

/** Everything that DevTools' own code writes of the requests that it saw. */
const copyAll = `(async () => { ${modules}
const menu = view.prototype;
const requests = NetworkLog.NetworkLog.instance().requests();
const copies = [];
for (const request of requests) {
  const entries = {
    "cURL (bash)": view.generateCurlCommand(request, "unix"),
    "cURL (cmd)": view.generateCurlCommand(request, "win"),
    "fetch": menu.generateFetchCall.call(menu, request, "browser"),
    "fetch (Node.js)": menu.generateFetchCall.call(menu, request, "nodejs"),
    "PowerShell": menu.generatePowerShellCommand.call(menu, request),
  };
  for (const [as, text] of Object.entries(entries)) {
    copies.push({ as, url: request.url(), method: request.requestMethod, text: await text });
  }
}
const log = await Log.Log.build(requests, { sanitize: false });
return { copies, har: JSON.stringify({ log }) };
})()`;

async function readAll(tools: Page): Promise<Omit<Recorded, "lines">> {
  return (await tools.evaluate(copyAll)) as Omit<Recorded, "lines">;
}
