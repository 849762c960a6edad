/** An opaque tag holds commas as well, so a list can't be split at them. */
const ENTITY_TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/gu;

/**
 * Whether If-Match or If-Range names this strong tag: a weak one never does.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.2
 */
export function matchesStrongly(list: string, etag: string): boolean {
  return [...list.matchAll(ENTITY_TAG)].some(([, weak, tag]) => weak === undefined && tag === etag);
}

/** Whether If-None-Match names this tag, strong or weak. A proxy that compresses makes it weak. */
export function matchesWeakly(list: string, etag: string): boolean {
  return [...list.matchAll(ENTITY_TAG)].some(([, , tag]) => tag === etag);
}
