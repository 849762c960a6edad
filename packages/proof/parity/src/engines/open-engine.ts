import { openChromium } from "./chromium.ts";
import type { Engine, EngineName, EngineOptions } from "./engine.ts";
import { openFirefox } from "./firefox.ts";
import { openWebKit } from "./webkit.ts";

const openers: Readonly<
  Record<EngineName, (url: string, options: EngineOptions) => Promise<Engine | undefined>>
> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
};

/** Opens a page in a real browser; undefined where that browser is not installed. */
export function openEngine(
  name: EngineName,
  url: string,
  options: EngineOptions = {},
): Promise<Engine | undefined> {
  return openers[name](url, options);
}
