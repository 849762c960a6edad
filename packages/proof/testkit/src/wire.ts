import type { Page } from "puppeteer-core";

/** One request as it left the browser, preflights included, and what became of it. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly preflight: boolean;
  status?: number;
  /** The browser's name for the reason of a CORS failure. */
  corsError?: string;
}

/**
 * Records all that a page sends, through the DevTools protocol: scripts don't see preflights. What
 * became of a request may be told after the page has gone on, so tests poll for it.
 */
export async function recordWire(page: Page): Promise<readonly WireRequest[]> {
  const session = await page.createCDPSession();
  const requests = new Map<string, WireRequest>();
  const recorded: WireRequest[] = [];
  session.on("Network.requestWillBeSent", ({ requestId, request, initiator }) => {
    const sent: WireRequest = {
      method: request.method,
      path: new URL(request.url).pathname,
      preflight: initiator.type === "preflight",
    };
    requests.set(requestId, sent);
    recorded.push(sent);
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const sent = requests.get(requestId);
    if (sent) sent.status = response.status;
  });
  session.on("Network.loadingFailed", ({ requestId, corsErrorStatus }) => {
    const sent = requests.get(requestId);
    if (sent && corsErrorStatus) sent.corsError = corsErrorStatus.corsError;
  });
  await session.send("Network.enable");
  return recorded;
}
