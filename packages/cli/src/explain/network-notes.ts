import { isLocalAddress, isLocalHost, isLoopbackHost } from "../network/address-space.ts";
import type { Note } from "./report.ts";

/** What a browser blocks or asks about before CORS is looked at, and no header mends. */
export function networkNotes(
  origin: string,
  url: URL,
  address: string | undefined,
): readonly Note[] {
  const page = URL.canParse(origin) ? new URL(origin) : undefined;
  const notes: Note[] = [];
  const isMixed = page?.protocol === "https:" && url.protocol === "http:";
  if (isMixed && !isLoopbackHost(url.hostname)) {
    notes.push({
      code: "mixed-content",
      explanation: `The page is https: and asks ${url.origin} over http:. Browsers block that as mixed content before they look at CORS.`,
      fix: "Server: offer the URL over https:.",
    });
  }
  const isLocal = isLocalHost(url.hostname) || isLocalAddress(address ?? "");
  if (isLocal && page && !isLocalHost(page.hostname)) {
    notes.push({
      code: "local-network-access",
      explanation: `${url.host} is on this machine or its network, and the page ${origin} is not. Chromium asks the person at the browser for permission (Local Network Access), whatever the headers say.`,
      fix: "Nothing to send: no header answers the prompt. Serve the page locally too, or the API publicly.",
    });
  }
  return notes;
}
