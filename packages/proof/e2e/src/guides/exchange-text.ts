import type { Exchange } from "@crossgate/browser";

/** What every request carries, and no guide talks about. */
const QUIET = ["accept", "accept-language", "content-length", "referer"];
const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: "OK",
  204: "No Content",
  403: "Forbidden",
};

/** An exchange as a reader would see it on the wire: the header lines, without bodies. */
export function exchangeText({ request, response }: Exchange): string {
  if (response === undefined) throw new Error(`no answer to ${request.method} ${request.url}`);
  const { host, pathname } = new URL(request.url);
  return [
    `${request.method} ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    ...lines(request.headers),
    "",
    `HTTP/1.1 ${response.status} ${STATUS_TEXT[response.status]}`,
    ...lines(response.headers),
  ].join("\n");
}

function lines(headers: Headers): readonly string[] {
  return [...headers]
    .filter(([name]) => !QUIET.includes(name) && !name.startsWith("sec-fetch-"))
    .map(([name, value]) => `${fieldName(name)}: ${value}`);
}

function fieldName(name: string): string {
  return name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
