import {
  CorsBlockedError,
  createBrowser,
  type Exchange,
  type Network,
  type PageRequestInit,
  type Profile,
} from "@crossgate/browser";
import { UsageError } from "../usage-error.ts";

/** A request of a page, ready to be played. */
export interface Scene {
  readonly url: string;
  readonly origin: string;
  readonly profile: Profile;
  readonly init: PageRequestInit;
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
  const browser = createBrowser({ network, profile: scene.profile });
  try {
    const page = browser.open(scene.origin);
    try {
      const response = await page.fetch(scene.url, scene.init);
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
