import { present, readCopiedHeaders } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";

interface Resource {
  readonly _type?: unknown;
  readonly url?: unknown;
  readonly method?: unknown;
  readonly headers?: unknown;
  readonly body?: { readonly text?: unknown };
}

/** Reads the first request of what Insomnia exported. */
export function readInsomnia(value: unknown): Given | undefined {
  const { resources } = (value ?? {}) as { readonly resources?: unknown };
  if (!Array.isArray(resources)) return undefined;
  const request = (resources as readonly Resource[]).find(({ _type }) => _type === "request");
  if (!request || typeof request.url !== "string") return undefined;
  const lines = Array.isArray(request.headers) ? request.headers.flatMap(pairOf) : [];
  const { text } = request.body ?? {};
  const method = typeof request.method === "string" ? request.method : "GET";
  return givenOf(request.url, method, lines, text);
}

function pairOf(header: unknown): readonly GivenHeader[] {
  const { name, value } = (header ?? {}) as { readonly name?: unknown; readonly value?: unknown };
  return typeof name === "string" && typeof value === "string" ? [[name, value]] : [];
}

const bruno = /^(get|post|put|patch|delete|head|options) \{\n([^]*?)\n\}/m;

/** Reads a request as a file of Bruno has it. */
export function readBruno(text: string): Given | undefined {
  const plain = text.replaceAll("\r", "");
  const [, verb = "", members = ""] = bruno.exec(plain) ?? [];
  const [, url] = /^\s*url: (\S+)/m.exec(members) ?? [];
  if (url === undefined) return undefined;
  const [, headers = ""] = /^headers \{\n([^]*?)\n\}/m.exec(plain) ?? [];
  const lines = [...headers.matchAll(/^\s*([\w-]+): (.*)$/gm)].map(
    ([, name = "", value = ""]): GivenHeader => [name, value],
  );
  const [, body] = /^body:json \{\n([^]*?)\n\}/m.exec(plain) ?? [];
  const typed: readonly GivenHeader[] =
    body === undefined ? [] : [["content-type", "application/json"]];
  return givenOf(url, verb.toUpperCase(), [...lines, ...typed], body?.trim());
}

function givenOf(url: string, method: string, lines: readonly GivenHeader[], body: unknown): Given {
  const isOpen = url.includes("{{");
  const isBodiless = method === "GET" || method === "HEAD";
  return {
    kind: "postman",
    ...present("url", isOpen ? undefined : url),
    method,
    ...readCopiedHeaders(lines),
    ...(typeof body === "string" && !isBodiless ? { body } : {}),
    notes: isOpen ? ["The address has variables in it. Give the whole one with --url."] : [],
  };
}
