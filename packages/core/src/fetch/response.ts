/**
 * Tells whether a value is a response, of this realm or another. node-server and undici bring their
 * own classes, so `instanceof` alone is no test. An `Error` may have a status and headers too, and
 * can neither be cloned nor read.
 *
 * @returns `false` for a value that can't be read, such as `undefined` or a revoked proxy
 * @see https://fetch.spec.whatwg.org/#response-class
 */
export function isResponse(value: unknown): value is Response {
  try {
    return value instanceof Response || hasShapeOfResponse(value as Response);
  } catch {
    return false;
  }
}

function hasShapeOfResponse({ status, headers, bodyUsed, clone }: Partial<Response>): boolean {
  return (
    typeof status === "number" &&
    typeof headers!.forEach === "function" &&
    typeof bodyUsed === "boolean" &&
    typeof clone === "function"
  );
}
