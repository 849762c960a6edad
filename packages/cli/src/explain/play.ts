import {
  CorsBlockedError,
  createBrowser,
  type Exchange,
  type Network,
  type PageRequestInit,
} from "@crossgate/browser";
import { getDomain } from "tldts";
import type { Asked } from "../judge/evidence.ts";
import { UsageError } from "../usage-error.ts";
import type { Question } from "./report.ts";

/** A request of a page, ready to be played. */
export interface Scene {
  readonly asked: Asked;
  readonly body: Question["body"];
  readonly redirect: RequestRedirect | undefined;
  readonly uploadProgress: boolean;
}

/** What came of it. */
export interface Played {
  readonly exchanges: readonly Exchange[];
  /** What the script may see; undefined where the browser kept it. */
  readonly response: Response | undefined;
  readonly error: CorsBlockedError | undefined;
}

/**
 * Plays a scene in a browser of its own, with an empty preflight cache.
 *
 * @throws UsageError for what a page could not even ask
 */
export async function play(scene: Scene, network: Network): Promise<Played> {
  const { asked } = scene;
  const browser = createBrowser({
    network,
    profile: asked.profile,
    registrableDomain: getDomain,
  });
  try {
    const page = browser.open(asked.origin);
    try {
      const response = await page.fetch(asked.url, initOf(scene));
      return { exchanges: page.exchanges, response, error: undefined };
    } catch (error) {
      if (!(error instanceof CorsBlockedError)) throw error;
      return { exchanges: page.exchanges, response: undefined, error };
    }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function initOf({ asked, body, redirect, uploadProgress }: Scene): PageRequestInit {
  return {
    method: asked.method,
    headers: asked.headers.map(([name, value]): [string, string] => [name, value]),
    credentials: asked.credentials,
    mode: asked.mode,
    ...(body === undefined ? {} : { body: body as BodyInit }),
    ...(redirect === undefined ? {} : { redirect }),
    ...(asked.as === "xhr" || uploadProgress ? { uploadListener: uploadProgress } : {}),
  };
}
