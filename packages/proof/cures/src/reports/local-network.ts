import type { Browser } from "puppeteer-core";
import { runListener } from "../run.ts";
import { open } from "./servers.ts";
import type { Report } from "./report.ts";

/** The visitor's own device is asked from the web. */
export const onTheDevice: readonly Report[] = [
  {
    name: "a page of https: asks the visitor's own machine",
    on: "Chromium's Local Network Access",
    before: { said: "readable", advised: "no header answers the prompt", cures: false },
    cause: "local-network-access",
    rebuild: onDevice("secure", "visitor"),
  },
  {
    name: "a page of http: asks the visitor's own machine",
    on: "Chromium's Local Network Access",
    before: { said: "readable", advised: "no header answers the prompt", cures: false },
    cause: "local-network-access",
    rebuild: onDevice("plain", "page"),
  },
];

/** The visitor's own device, which allows everyone. */
function onDevice(from: "plain" | "secure", audience: "visitor" | "page"): Report["rebuild"] {
  return async (site) => {
    const running = await runListener(open);
    const url = `http://127.0.0.1:${running.port}/data`;
    return {
      question: { url, origin: site[from] },
      stop: running.stop,
      async follow({ cures: [cure] }) {
        if (cure?.audience !== audience)
          throw new Error(`a cure for the ${cure?.audience ?? "air"}`);
        // A page of http: is served over https: first. Then the visitor is asked, and agrees.
        await permit(site.browser, site.secure);
        return { url, origin: site.secure };
      },
    };
  };
}

/** What the visitor answers to Chromium's prompt. */
async function permit(browser: Browser, origin: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  for (const name of ["loopback-network", "local-network"]) {
    const permission = { permission: { name }, setting: "granted", origin } as const;
    await session.send("Browser.setPermission", permission);
  }
}
