import { launchChromium } from "@crossgate/testkit/chromium";
import { vi } from "vitest";

/** What a real browser did with a request. */
export interface Observed {
  readonly verdict: "readable" | "blocked";
  /** The `CorsError` names that DevTools reported, in order. */
  readonly errors: readonly string[];
}

export interface Chromium {
  fetch(url: string, init: RequestInit): Promise<Observed>;
  close(): Promise<void>;
}

const quiet = 300;
/** Milliseconds that only what hangs takes. */
const patience = 60_000;

/** Chromium with a page open at `origin`. */
export async function openChromium(origin: string): Promise<Chromium> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  let errors: string[] = [];
  session.on("Audits.issueAdded", ({ issue }) => {
    const details = issue.details.corsIssueDetails;
    if (details && !details.isWarning) errors.push(details.corsErrorStatus.corsError);
  });
  await session.send("Audits.enable");
  await page.goto(origin);
  return {
    async fetch(url, init) {
      errors = [];
      const verdict = await page.evaluate(
        async (target, options) =>
          fetch(target, options).then(
            () => "readable" as const,
            () => "blocked" as const,
          ),
        url,
        init,
      );
      // The error of a blocked request comes for sure, and perhaps late; of another none may come.
      if (verdict === "blocked") await vi.waitUntil(() => errors.length > 0, patience);
      await new Promise((resolve) => setTimeout(resolve, quiet));
      return { verdict, errors: [...errors] };
    },
    close: () => browser.close(),
  };
}
