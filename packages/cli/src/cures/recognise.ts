import type { Answer, Evidence } from "../cause/evidence.ts";
import type { Product, Sign } from "./product.ts";
import { products } from "./products/index.ts";

/** A product that answers gave away, and how. */
export interface Recognised {
  readonly product: Product;
  readonly sure: Sign["sure"];
  /** What gave it away: a header with its value, or a piece of a body. */
  readonly by: string;
}

/**
 * Every product that some answer gives away. The layer that spoke comes first: what the page's own
 * request was answered with, before what a probe was.
 */
export function recognise({ seen, probes }: Evidence): readonly Recognised[] {
  const own = recogniseAmong(seen.flatMap(({ answer }) => answer ?? []));
  const others = recogniseAmong(
    [probes.simple, probes.missing, probes.withoutOrigin, probes.frontPage].flatMap(
      (answer) => answer ?? [],
    ),
  );
  const known = new Set(own.map(({ product }) => product));
  return [...own, ...others.filter(({ product }) => !known.has(product))];
}

function recogniseAmong(answers: readonly Answer[]): readonly Recognised[] {
  const found = products.flatMap((product) => recogniseIn(product, answers) ?? []);
  const best = Math.max(0, ...found.map(({ sure }) => sure));
  // A habit says nothing where another product says its name.
  return found
    .filter(({ sure, product }) => sure === best || (product.audience !== "proxy" && sure >= 2))
    .toSorted((one, other) => other.sure - one.sure || rank(one.product) - rank(other.product));
}

/** Puts the proxy, which spoke last, before the application. */
function rank({ audience }: Product): number {
  return { proxy: 0, server: 1, cloud: 2 }[audience];
}

function recogniseIn(product: Product, answers: readonly Answer[]): Recognised | undefined {
  const matches = answers.flatMap((answer) => [
    ...product.signs.flatMap((sign) => match(sign, answer, product) ?? []),
    ...(product.name === "crossgate" ? gateSigns(answer, product) : []),
  ]);
  return matches.toSorted((one, other) => other.sure - one.sure)[0];
}

function match(sign: Sign, answer: Answer, product: Product): Recognised | undefined {
  const value = valueOf(sign.in, answer);
  const fits = value !== undefined && sign.pattern.test(value);
  const by = sign.in === "body" || sign.in === "text" ? "its body" : `${sign.in}: ${value ?? ""}`;
  return fits ? { product, sure: sign.sure, by } : undefined;
}

function valueOf(place: string, { headers, raw, text, url }: Answer): string | undefined {
  if (place === "body") return raw.trim();
  if (place === "host") return new URL(url).hostname;
  if (place === "url") return url;
  if (place === "path") return new URL(url).pathname;
  // The charset of a plain text, and the text: some write the one in capitals.
  if (place === "text")
    return `${/charset=([\w-]+)/.exec(headers.get("content-type") ?? "")?.[1] ?? ""} ${text}`;
  if (place === "set-cookie") return headers.getSetCookie().join("\n");
  return headers.get(place) ?? undefined;
}

/** A gate's refusal: 403, not to be stored, one line of text; and its response to a preflight. */
function gateSigns({ status, headers }: Answer, product: Product): readonly Recognised[] {
  const isRefusal =
    status === 403 &&
    headers.get("cache-control") === "no-store" &&
    headers.get("vary")?.toLowerCase() === "origin" &&
    /^(?:text\/plain; ?charset=utf-8)?$/i.test(headers.get("content-type") ?? "") &&
    !headers.has("access-control-allow-origin");
  // The default methods are hono/cors' too, but that sends no age unless told.
  const isPreflight =
    headers.get("access-control-allow-methods") === "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY" &&
    headers.get("access-control-max-age") === "600";
  return isRefusal || isPreflight ? [{ product, sure: 3, by: "its own way to answer" }] : [];
}
