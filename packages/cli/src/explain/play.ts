import {
  CorsBlockedError,
  createBrowser,
  diagnose,
  type Exchange,
  type Network,
  type Page,
} from "@crossgate/browser";
import { getDomain } from "tldts";
import type { AskedAs } from "../given/given.ts";
import type { Asked } from "../cause/evidence.ts";
import { UsageError } from "../usage-error.ts";
import type { Question } from "./report.ts";

/** A request of a page, ready to be played. */
export interface Scene {
  readonly asked: Asked;
  readonly body: Question["body"];
  readonly redirect: RequestRedirect | undefined;
  readonly uploadProgress: boolean;
  /** The attribute of the element that asks. */
  readonly crossorigin: Question["crossorigin"];
  readonly embedderPolicy: Question["embedderPolicy"];
}

/** What the browser reports; a beacon's failure has no console line. */
export type Blocked = Pick<
  CorsBlockedError,
  "code" | "phase" | "chromium" | "message" | "failedParameter" | "detail" | "exchange" | "cause"
>;

/** What came of it. */
export interface Played {
  readonly exchanges: readonly Exchange[];
  readonly error: Blocked | undefined;
}

/**
 * Plays a scene in its own browser, with an empty preflight cache.
 *
 * @throws UsageError for what a page could not even ask
 */
export async function play(scene: Scene, network: Network): Promise<Played> {
  const { asked, embedderPolicy } = scene;
  const browser = createBrowser({
    network,
    profile: asked.profile,
    registrableDomain: getDomain,
  });
  try {
    const page = browser.open(asked.origin, embedderPolicy && { embedderPolicy });
    try {
      const error = await ask(page, scene);
      return { exchanges: page.exchanges, error: error ?? unreported(page) };
    } catch (error) {
      if (!(error instanceof CorsBlockedError)) throw error;
      return { exchanges: page.exchanges, error };
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

const elements: Partial<Record<AskedAs, Parameters<Page["load"]>[0]>> = {
  image: "image",
  font: "font",
  script: "script",
  module: "module",
  style: "style",
  media: "video",
};

/** Asks as the scene says; some ways do not throw, and give their error back. */
async function ask(page: Page, scene: Scene): Promise<CorsBlockedError | undefined> {
  const { asked, crossorigin, uploadProgress } = scene;
  const body = scene.body as string | FormData | undefined;
  const { as, credentials, method, url } = asked;
  const headers = asked.headers.map(([name, value]): [string, string] => [name, value]);
  const element = elements[as];
  if (element) {
    await page.load(element, url, { crossorigin });
    return undefined;
  }
  if (as === "beacon") {
    const [, type] = headers.find(([name]) => name.toLowerCase() === "content-type") ?? [];
    const isTyped = type !== undefined && typeof body === "string";
    await page.beacon(url, isTyped ? new Blob([body], { type }) : (body ?? null));
    return undefined;
  }
  const withCredentials = credentials === "include";
  if (as === "eventsource") return (await page.eventSource(url, { withCredentials })).error;
  if (as === "xhr") {
    const sent = { method, headers, body, withCredentials, uploadListener: uploadProgress };
    return (await page.xhr(url, sent)).error;
  }
  await page.fetch(url, initOf(scene, headers));
  return undefined;
}

function initOf(
  { asked, body, redirect, uploadProgress }: Scene,
  headers: [string, string][],
): Parameters<Page["fetch"]>[1] {
  return {
    method: asked.method,
    headers,
    credentials: asked.credentials,
    mode: asked.mode,
    ...(body === undefined ? {} : { body: body as BodyInit }),
    ...(redirect === undefined ? {} : { redirect }),
    ...(uploadProgress ? { uploadListener: true } : {}),
  };
}

/** A failure that no script hears of: a beacon's. */
function unreported({ exchanges }: Page): Blocked | undefined {
  const exchange = exchanges.at(-1);
  const failure = exchange && diagnose(exchange).failure;
  if (!exchange || !failure) return undefined;
  const { code, phase, chromium, failedParameter, detail, explanation } = failure;
  return {
    code,
    phase,
    chromium,
    failedParameter,
    detail,
    message: explanation,
    exchange,
    cause: undefined,
  };
}
