import { cacheControlOf } from "./cache-control.ts";
import { contentTypeOf } from "./content-type.ts";
import { evaluatePreconditions } from "./preconditions.ts";
import { selectRange } from "./range.ts";
import type { Representation } from "./representation.ts";
import { refuse } from "./refuse.ts";

const DOCUMENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** A GET's or HEAD's response from what is stored; undefined where it was replaced meanwhile. */
export async function answer(
  request: Request,
  key: string,
  found: Representation,
): Promise<Response | undefined> {
  const status = evaluatePreconditions(request.headers, found);
  if (status !== undefined) await found.discard();
  if (status === 412) return refuse(412, "It has changed, or is not what you have.");
  const headers = describe(key, found);
  if (status === 304) return new Response(null, { status, headers: withoutContent(headers) });
  // Range is defined for GET alone.
  if (request.method === "HEAD") {
    await found.discard();
    return send(null, 200, headers, found.size);
  }
  const range = selectRange(request.headers, found);
  if (range === "unsatisfiable") {
    return refuse(416, "The range is not satisfiable.", {
      "content-range": `bytes */${found.size}`,
    });
  }
  const body = await found.open(range);
  if (!body) return undefined;
  if (!range) return send(body, 200, headers, found.size);
  const { offset, length } = range;
  headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${found.size}`);
  return send(body, 206, headers, length);
}

/** What is said of a representation, whether it is sent or not. */
function describe(key: string, { etag, lastModified, size, headers }: Representation): Headers {
  const described = new Headers(headers);
  described.set("content-type", contentTypeOf(key, headers.get("content-type")));
  if (!headers.has("cache-control")) described.set("cache-control", cacheControlOf(key));
  described.set("etag", etag);
  if (lastModified) described.set("last-modified", lastModified.toUTCString());
  described.set("accept-ranges", size === undefined ? "none" : "bytes");
  described.set("x-content-type-options", "nosniff");
  // Opened as its own document it may run nothing and load nothing; as a part of a page it may.
  described.set("content-security-policy", DOCUMENT_POLICY);
  // Any page may load it, measure how long that took, and embed it without CORS where it is isolated.
  described.set("cross-origin-resource-policy", "cross-origin");
  described.set("timing-allow-origin", "*");
  return described;
}

/** A 304 says what lets a cache keep what it has, and nothing of a content that it hasn't. */
function withoutContent(headers: Headers): Headers {
  for (const name of ["content-type", "content-encoding", "content-language"]) headers.delete(name);
  return headers;
}

function send(
  body: ReadableStream | null,
  status: number,
  headers: Headers,
  length: number | undefined,
): Response {
  if (length !== undefined) headers.set("content-length", String(length));
  // An object that is stored compressed is sent unchanged; workerd would compress it once more.
  return new Response(body, {
    status,
    headers,
    encodeBody: headers.has("content-encoding") ? "manual" : "automatic",
  });
}
