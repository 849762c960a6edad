import type { CorsBlockedError } from "@crossgate/browser";
import { apiUrl, pageOrigin } from "./error-scenes.ts";

const ofPreflight = "Response to preflight request doesn't pass access control check: ";

/** What a console line says of the failure, without what differs from case to case; undefined for lines that say nothing of it. */
export function reasonOf({ message }: CorsBlockedError): string | undefined {
  if (/^(?:Failed to fetch|NetworkError|Load failed)/.test(message)) return undefined;
  const [, chromium] = /blocked by CORS policy: (.*)$/.exec(message) ?? [];
  const [, firefox] = /\(Reason: (.*?)\)\./.exec(message) ?? [];
  const text = (chromium ?? firefox ?? message).replaceAll(ofPreflight, "");
  return text.replaceAll(pageOrigin, "…").replaceAll(apiUrl, "…").replaceAll("`", "'");
}

/** The same line where the preflight fails instead of the request. */
export function onPreflight(message: string): string {
  return message.replace(/(blocked by CORS policy: )(?!Response to preflight)/, `$1${ofPreflight}`);
}
