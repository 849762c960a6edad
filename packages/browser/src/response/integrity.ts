const algorithms = ["sha256", "sha384", "sha512"];
const item = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?.*)?$/;

interface Hash {
  readonly strength: number;
  readonly value: string;
}

/**
 * Whether bytes match their integrity metadata. Metadata without a known algorithm asks for nothing;
 * of several only the strongest algorithm counts.
 *
 * @see https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist
 */
export async function matchesIntegrity(
  bytes: ArrayBuffer,
  metadata: string,
  ignoresCase: boolean,
): Promise<boolean> {
  const hashes = metadata
    .split(/[\t\n\f\r ]+/)
    .flatMap((text) => parseHash(ignoresCase ? text.replace(/^sha/i, "sha") : text));
  if (hashes.length === 0) return true;
  const strongest = Math.max(...hashes.map(({ strength }) => strength));
  const name = ["SHA-256", "SHA-384", "SHA-512"][strongest] ?? "SHA-512";
  const digest = toBase64(await crypto.subtle.digest(name, bytes));
  return hashes.some(({ strength, value }) => strength === strongest && value === digest);
}

function parseHash(text: string): readonly Hash[] {
  const parts = item.exec(text);
  if (!parts) return [];
  const [, algorithm = "", value = ""] = parts;
  const canonical = value.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "");
  return [{ strength: algorithms.indexOf(algorithm), value: canonical }];
}

function toBase64(digest: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(digest))).replace(/=+$/, "");
}
