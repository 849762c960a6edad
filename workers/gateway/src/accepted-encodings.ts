import Negotiator from "negotiator";

/** What workerd itself can undo, in the words that the upstream is sent. */
const ENCODINGS = ["br", "gzip"];

/**
 * The content codings that a visitor accepts, as one of a few words: cached answers are told apart by
 * it, and a browser's own list would make an entry for every version of it.
 */
export function acceptedEncodings(headers: Headers): string {
  const accepted = new Negotiator({
    headers: { "accept-encoding": headers.get("accept-encoding") ?? "" },
  }).encodings(ENCODINGS);
  return accepted.toSorted().join(", ") || "identity";
}

/** Every value that `acceptedEncodings` can have. */
export const ALL_ACCEPTED: readonly string[] = ["identity", "br", "gzip", "br, gzip"];
