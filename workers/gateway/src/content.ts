import type { Deadline } from "./deadline.ts";

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
  deadline: Deadline,
): Promise<boolean> {
  if (body === null) return false;
  if (Number(headers.get("content-length") ?? 0) > 0) return true;
  try {
    return await deadline.race(hasByte(body));
  } catch {
    return true;
  }
}

async function hasByte(body: ReadableStream<Uint8Array>): Promise<boolean> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    if (value.byteLength > 0) return true;
  }
}
