import { areSchemelesslySameSite } from "../fetch/site.ts";
import type { PageRequest } from "../request/page-request.ts";

/** Whether page and server, and all that redirected between them, are one site. */
export function isOneSite({ pageOrigin, urls, client }: PageRequest): boolean {
  if (!URL.canParse(pageOrigin)) return false;
  const page = new URL(pageOrigin);
  return urls.every((url) => {
    const isOneScheme = url.protocol === page.protocol;
    return (
      isOneScheme && areSchemelesslySameSite(page.hostname, url.hostname, client.registrableDomain)
    );
  });
}
