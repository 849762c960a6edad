import { isLocalAddress, isLocalHost, isLoopbackAddress, isLoopbackHost } from "./address-space.ts";
import type { Asked } from "./evidence.ts";

/**
 * Ports that browsers do not talk to.
 *
 * @see https://fetch.spec.whatwg.org/#bad-port
 */
const badPorts = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
  103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465,
  512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993,
  995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
  6669, 6679, 6697, 10080,
]);

/** Whether browsers refuse the port of a URL. */
export function isUnsafePort(url: URL): boolean {
  const isWeb = /^(?:http|ws)s?:$/.test(url.protocol);
  return isWeb && url.port !== "" && badPorts.has(Number(url.port));
}

/**
 * Whether a page of `https:` asks a server that it may only ask over `https:`. Chromium lets the
 * visitor decide about hosts that are local by their name: few of them have a certificate.
 *
 * @see https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 * @see https://wicg.github.io/local-network-access/#mixed-content
 */
export function isMixedContent(
  { origin, profile }: Pick<Asked, "origin" | "profile">,
  url: URL,
): boolean {
  const isPlain = origin.startsWith("https:") && /^(?:http|ws):$/.test(url.protocol);
  if (!isPlain || isLoopbackHost(url.hostname)) return false;
  return profile !== "chromium" || !isLocalHost(url.hostname);
}

/**
 * What Local Network Access makes of the request: nothing, a prompt, or a refusal without one.
 *
 * @param address the address that answered; without it the host's name has to tell
 * @see https://wicg.github.io/local-network-access/
 */
export function localNetworkAccess(
  { origin, profile, url }: Pick<Asked, "origin" | "profile" | "url">,
  address: string | undefined,
): "none" | "prompt" | "refused" {
  const asks = profile === "chromium" || profile === "firefox";
  if (!asks || !URL.canParse(origin)) return "none";
  const page = new URL(origin);
  // Browsers ask only for pages of the internet; those of a local network may ask this machine.
  const isPublic = spaceOf(page.hostname, undefined) === 2;
  if (!isPublic || spaceOf(new URL(url).hostname, address) === 2) return "none";
  const isSecure = page.protocol !== "http:" || isLoopbackHost(page.hostname);
  return isSecure || profile === "firefox" ? "prompt" : "refused";
}

/** How near an address is: this machine, its network, the internet. */
function spaceOf(hostname: string, address: string | undefined): 0 | 1 | 2 {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isLoopbackHost(hostname) || isLoopbackAddress(address ?? host)) return 0;
  return isLocalHost(hostname) || isLocalAddress(address ?? "") ? 1 : 2;
}

/** Requests that outlive their page share so many bytes of body. */
const mostToOutlive = 65_536;

/** Whether the browser refuses to send the body after the page is gone. */
export function isTooLargeToOutlive({ outlivingBytes = 0 }: Asked): boolean {
  return outlivingBytes > mostToOutlive;
}
