const loopback = /^(?:localhost\.?|.+\.localhost\.?|127(?:\.[0-9]+){3}|\[::1\])$/;
const secureSchemes = new Set(["https:", "wss:", "file:", "data:"]);

/**
 * Whether no one on the way can have touched what this URL gives.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-url-trustworthy
 */
export function isTrustworthy(url: URL): boolean {
  return secureSchemes.has(url.protocol) || loopback.test(url.hostname);
}
