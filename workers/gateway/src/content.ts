/** Methods whose requests Fetch sends without a body, and browsers with it. */
const BODILESS = ["GET", "HEAD"];

/** Whether a request is one that is sent without a body. */
export function isBodiless({ method }: Pick<Request, "method">): boolean {
  return BODILESS.includes(method);
}

/**
 * Whether there is content in a request that Fetch can't pass on with any. Leaving it out would ask
 * the upstream something else. A body of nothing is none: `Content-Length: 0`, or chunks that end at
 * once. One that does not end in time counts as content.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1
 */
export async function hasContent(
  { body, headers }: Pick<Request, "body" | "headers">,
  timeout: number,
): Promise<boolean> {
  if (body === null) return false;
  if (Number(headers.get("content-length") ?? 0) > 0) return true;
  const nothing = new WritableStream<Uint8Array>({
    write({ byteLength }) {
      if (byteLength > 0) throw new RangeError("content");
    },
  });
  return body.pipeTo(nothing, { signal: AbortSignal.timeout(timeout) }).then(
    () => false,
    () => true,
  );
}
