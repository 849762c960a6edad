import type { Exchange } from "../exchange.ts";
import type { Profile } from "../profile.ts";
import { lineOf } from "./line-of.ts";

/**
 * Gives the line that a browser writes into its console for an exchange that it blocked.
 *
 * @example
 * import { createBrowser } from "@crossgate/browser/fetch";
 * import { consoleLine } from "@crossgate/browser/console";
 *
 * const page = createBrowser({ network: app.fetch }).open("https://myapp.com");
 * await page.fetch("https://api.example.com/").catch(() => undefined);
 * page.exchanges.map((exchange) => consoleLine(exchange, "firefox"));
 *
 * @param exchange one of `page.exchanges`, or the one that a `CorsBlockedError` carries
 * @param profile whose words; by default those of the browser that the exchange belongs to. What was
 * decided stays decided: another profile changes the words alone
 * @returns undefined where the exchange was not blocked
 */
export function consoleLine(
  exchange: Exchange,
  profile: Profile = exchange.profile,
): string | undefined {
  const { conclusion } = exchange;
  if (conclusion.kind !== "blocked") return undefined;
  return lineOf(conclusion.failure, exchange, profile);
}
