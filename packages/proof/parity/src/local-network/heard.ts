import type { Page } from "puppeteer-core";

/** What DevTools says of the requests of a page. */
export interface Heard {
  /** Waits for the names of errors of a request that was blocked. */
  readonly names: () => Promise<readonly string[]>;
  /** The last line of the console. */
  readonly line: () => string | undefined;
  readonly clear: () => void;
}

const patience = 5000;
const moment = 60;

/** Listens to a page. */
export async function listenTo(page: Page): Promise<Heard> {
  const session = await page.createCDPSession();
  await session.send("Audits.enable");
  await session.send("Log.enable");
  let names: string[] = [];
  let line: string | undefined;
  session.on("Audits.issueAdded", ({ issue }) => {
    const status = issue.details.corsIssueDetails?.corsErrorStatus;
    if (status) names.push(status.corsError);
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.text.startsWith("Access to")) line = entry.text;
  });
  return {
    async names() {
      const isSilent = (): boolean => names.length === 0 || line === undefined;
      for (const until = Date.now() + patience; isSilent() && Date.now() < until;) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      // Chromium may give two names to one request, one after the other.
      await new Promise((resolve) => setTimeout(resolve, moment));
      return [...new Set(names)].toSorted();
    },
    line: () => line,
    clear() {
      names = [];
      line = undefined;
    },
  };
}
