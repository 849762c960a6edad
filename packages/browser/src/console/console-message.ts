import type { Profile } from "../profile.ts";
import type { BlockedRequest } from "./blocked-request.ts";
import { chromiumMessage } from "./chromium.ts";
import { firefoxMessage } from "./firefox.ts";
import { webkitMessage } from "./webkit.ts";

const wordings: Readonly<Record<Profile, (blocked: BlockedRequest) => string>> = {
  // The standard has no wording; Chromium's is the one people search for.
  spec: chromiumMessage,
  chromium: chromiumMessage,
  firefox: firefoxMessage,
  webkit: webkitMessage,
};

/** The console line of the profile's browser for a blocked request. */
export function consoleMessage(profile: Profile, blocked: BlockedRequest): string {
  return wordings[profile](blocked);
}
