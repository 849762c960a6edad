import type { Switches } from "../switches.ts";

/** A request body. One with a source can be sent again after a redirect, a stream cannot. */
export interface RequestBody {
  readonly source: ArrayBuffer | null;
  readonly stream: ReadableStream<Uint8Array> | null;
  /** The Content-Type the body brings along where the page set none. */
  readonly type: string | null;
}

/**
 * Extracts a body as the browser would. `Response` does the work, since it extracts every
 * kind of body on every runtime, with the type that goes with it.
 *
 * @see https://fetch.spec.whatwg.org/#concept-bodyinit-extract
 */
export async function extractBody(body: BodyInit, switches: Switches): Promise<RequestBody> {
  const isStream = body instanceof ReadableStream;
  if (isStream && switches.streamBody === "text") return extractBody(String(body), switches);
  if (isStream) return { source: null, stream: body, type: null };
  const extracted = new Response(body);
  const type = extracted.headers.get("content-type");
  return { source: await extracted.arrayBuffer(), stream: null, type };
}
