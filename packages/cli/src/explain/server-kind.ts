/** Servers whose configuration `explain` can write. */
export type ServerKind = "crossgate" | "hono" | "express" | "flask" | "nginx" | "unknown";

type Sign = (headers: Headers, status: number) => boolean;

const has =
  (name: string, pattern: RegExp): Sign =>
  (headers) =>
    pattern.test(headers.get(name) ?? "");

/**
 * In order: what says its name, then what only its habits give away. A proxy in front may hide all
 * of it, so "unknown" is common and the plain headers are always right.
 */
const signs: readonly (readonly [ServerKind, Sign])[] = [
  ["express", has("x-powered-by", /^express$/i)],
  ["flask", has("server", /werkzeug/i)],
  ["crossgate", isCrossgateRefusal],
  ["crossgate", has("access-control-allow-headers", /^\*,authorization$/)],
  ["crossgate", isCrossgatePreflight],
  // The default lists, in the order in which their authors wrote them.
  ["hono", has("access-control-allow-methods", /^GET,HEAD,PUT,POST,DELETE,PATCH(?:,QUERY)?$/)],
  ["express", has("access-control-allow-methods", /^GET,HEAD,PUT,PATCH,POST,DELETE$/)],
  ["flask", has("access-control-allow-methods", /^DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT$/)],
  ["nginx", has("server", /^(?:nginx|openresty)/i)],
];

/** Recognises the server by what its answers give away. */
export function recognise(responses: readonly Response[]): ServerKind {
  for (const [kind, sign] of signs) {
    if (responses.some(({ headers, status }) => sign(headers, status))) return kind;
  }
  return "unknown";
}

/** 403, not to be stored, one line of text: the one refusal of a gate. */
function isCrossgateRefusal(headers: Headers, status: number): boolean {
  return (
    status === 403 &&
    headers.get("cache-control") === "no-store" &&
    headers.get("vary")?.toLowerCase() === "origin" &&
    /^(?:text\/plain; ?charset=utf-8)?$/i.test(headers.get("content-type") ?? "") &&
    !headers.has("access-control-allow-origin")
  );
}

/** The default methods are hono/cors' too, but that sends no age unless told. */
function isCrossgatePreflight(headers: Headers): boolean {
  return (
    headers.get("access-control-allow-methods") === "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY" &&
    headers.get("access-control-max-age") === "600"
  );
}
