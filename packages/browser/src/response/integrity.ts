import type { PageRequest } from "../request/page-request.ts";
import type { Switches } from "../switches.ts";

const algorithms = ["sha256", "sha384", "sha512"];
const item = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?.*)?$/;

interface Hash {
  readonly strength: number;
  readonly value: string;
}

/**
 * Whether a response passes the integrity metadata of its request. Metadata without a known
 * algorithm asks for nothing; of several only the strongest algorithm counts.
 *
 * @param rule what is looked at: the bytes, or those of an opaque response, which never match
 * @see https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist
 */
export async function passesIntegrity(
  { integrity, tainting, initiator }: PageRequest,
  response: Response,
  rule: Switches["redirectIntegrity"],
  { looseIntegrity, opaqueNeedsKnownHash }: Switches,
): Promise<boolean> {
  const metadata = looseIntegrity ? integrity.trim() : integrity;
  if (metadata === "") return true;
  if (rule === "fails") return false;
  const hashes = hashesOf(metadata, looseIntegrity);
  const isHidden = rule === "bytes" && tainting === "opaque";
  if (isHidden && !opaqueNeedsKnownHash.includes(initiator)) return false;
  if (hashes.length === 0 || rule === "hash-fails" || isHidden) return hashes.length === 0;
  return holds(hashes, await response.clone().arrayBuffer());
}

function hashesOf(metadata: string, ignoresCase: boolean): readonly Hash[] {
  return metadata
    .split(/[\t\n\f\r ]+/)
    .flatMap((text) => parseHash(ignoresCase ? text.replace(/^sha/i, "sha") : text));
}

async function holds(hashes: readonly Hash[], bytes: ArrayBuffer): Promise<boolean> {
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
