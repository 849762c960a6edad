import type { Representation } from "./representation.ts";

/**
 * What the bucket has under a key.
 *
 * @param whole whether all of it is wanted for certain, which takes one request to R2 instead of two
 */
export async function findInBucket(
  bucket: R2Bucket,
  key: string,
  whole: boolean,
): Promise<Representation | undefined> {
  const object = await (whole ? bucket.get(key) : bucket.head(key));
  return object ? represent(bucket, object) : undefined;
}

function represent(bucket: R2Bucket, object: R2Object | R2ObjectBody): Representation {
  const headers = new Headers();
  object.writeHttpMetadata(headers);
  return {
    etag: object.httpEtag,
    lastModified: object.uploaded,
    size: object.size,
    headers,
    async open(range) {
      if ("body" in object) return object.body;
      // Only of the very version that was decided on: its range may be another's nonsense.
      const onlyIf = { etagMatches: object.etag };
      const found = await bucket.get(object.key, range ? { onlyIf, range } : { onlyIf });
      return found && "body" in found ? (found.body ?? null) : null;
    },
    async discard() {
      if ("body" in object) await object.body.cancel();
    },
  };
}
