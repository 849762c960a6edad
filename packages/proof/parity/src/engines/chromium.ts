import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import { caseOf, createConsoleLines } from "./console-lines.ts";
import type { Engine, EngineOptions, ReportedError } from "./engine.ts";

/** Milliseconds without an event that mean there is none left. */
const quiet = 300;

/** Chromium, heard through the DevTools protocol. */
export async function openChromium(
  url: string,
  { ignoresCertificates = false, switches = [] }: EngineOptions = {},
): Promise<Engine | undefined> {
  if (!hasChromium()) return undefined;
  // One target for page and sandboxed frame, so that one session hears the errors of both.
  const browser = await launchChromium(
    "--disable-features=IsolateSandboxedIframes",
    ...(ignoresCertificates ? ["--ignore-certificate-errors"] : []),
    ...switches,
  );
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const errors = new Map<string, ReportedError[]>();
  const lines = createConsoleLines();
  await session.send("Audits.enable");
  await session.send("Log.enable");
  let heard = 0;
  session.on("Audits.issueAdded", ({ issue }) => {
    heard += 1;
    const details = issue.details.corsIssueDetails;
    const id = details && caseOf(details.request.url);
    if (!details || id === undefined || details.isWarning) return;
    const { corsError, failedParameter } = details.corsErrorStatus;
    errors.set(id, [...(errors.get(id) ?? []), { corsError, failedParameter }]);
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (caseOf(entry.text) !== undefined) lines.add(entry.text);
  });
  await page.goto(url);
  return {
    name: "chromium",
    version: await browser.version(),
    async settle() {
      for (let before = -1; before !== heard;) {
        before = heard;
        await new Promise((resolve) => setTimeout(resolve, quiet));
      }
    },
    errorsOf: (id) =>
      (errors.get(id) ?? []).map((error) => withMessage(error, lines.of(id).at(-1))),
    linesOf: lines.of,
    close: () => browser.close(),
  };
}

function withMessage(error: ReportedError, message: string | undefined): ReportedError {
  return message === undefined ? error : { ...error, message };
}
