import { chromium } from "./profiles/chromium.ts";
import { firefox } from "./profiles/firefox.ts";
import { spec } from "./profiles/spec.ts";
import { webkit } from "./profiles/webkit.ts";
import type { Switches } from "./switches.ts";

/** Whose behaviour to model: the letter of the standard, or one engine's. */
export type Profile = "spec" | "chromium" | "firefox" | "webkit";

/** The switches of every profile. */
export const profiles: Readonly<Record<Profile, Switches>> = { spec, chromium, firefox, webkit };
