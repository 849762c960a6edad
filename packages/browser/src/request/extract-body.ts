import type { Switches } from "../switches.ts";
import type { RequestBody } from "./body.ts";

/**
 * Extracts a body as the browser would. `Response` does the work, since it extracts every
 * kind of body on every runtime, with the type that goes with it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export async function extractBody(body: BodyInit, switches: Switches): Promise<RequestBody> {
  const isStream = body instanceof ReadableStream;
  if (isStream && switches.streamBody === "refused") {
    throw new TypeError("This browser sends no ReadableStream.");
  }
  if (isStream && switches.streamBody === "text")
    return extractBody("[object ReadableStream]", switches);
  if (isStream) return { source: null, stream: body, type: null, kind: "other" };
  const extracted = new Response(body);
  const type = extracted.headers.get("content-type");
  return { source: await extracted.arrayBuffer(), stream: null, type, kind: kindOf(body) };
}

function kindOf(body: BodyInit): RequestBody["kind"] {
  if (typeof body === "string") return "text";
  return body instanceof URLSearchParams ? "form" : "other";
}
