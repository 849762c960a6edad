import { present, readCopiedHeaders } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the first request of a Postman collection, or the one request that was exported.
 *
 * @see https://schema.postman.com/
 */
export function readPostman(value: unknown): Given | undefined {
  const requests = requestsIn(value);
  const [first] = requests;
  if (first === undefined) return undefined;
  const { name, request } = first;
  const url = addressOf(request["url"]);
  if (url === undefined) return undefined;
  const method = typeof request["method"] === "string" ? request["method"] : "GET";
  const body = bodyOf(request["body"]);
  const notes = [
    ...(requests.length > 1
      ? [
          `The collection has ${requests.length} requests. This is the first, ${name}: export one by itself for another.`,
        ]
      : []),
    ...(/\{\{/.test(url)
      ? ["The address has variables of Postman in it. Give the whole one with --url."]
      : []),
  ];
  return {
    kind: "postman",
    ...present("url", /\{\{/.test(url) ? undefined : url),
    method,
    ...readCopiedHeaders(linesOf(request["header"])),
    ...(method === "GET" || method === "HEAD" ? {} : present("body", body)),
    notes,
  };
}

/** Requests in folders, to any depth that a person would make. */
function requestsIn(
  value: unknown,
  depth = 0,
): readonly { readonly name: string; readonly request: Members }[] {
  if (!isMembers(value) || depth > 20) return [];
  const { item, name, request } = value;
  if (isMembers(request) && "url" in request) return [{ name: String(name), request }];
  if (!Array.isArray(item)) return [];
  return item.flatMap((each) => requestsIn(each, depth + 1));
}

function addressOf(url: unknown): string | undefined {
  if (typeof url === "string") return url;
  return isMembers(url) && typeof url["raw"] === "string" ? url["raw"] : undefined;
}

function linesOf(headers: unknown): readonly GivenHeader[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((each): readonly GivenHeader[] => {
    if (!isMembers(each) || each["disabled"] === true) return [];
    const { key, value } = each;
    return typeof key === "string" && typeof value === "string" ? [[key, value]] : [];
  });
}

function bodyOf(body: unknown): string | undefined {
  if (!isMembers(body)) return undefined;
  const { mode, raw } = body;
  return mode === "raw" && typeof raw === "string" ? raw : undefined;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
