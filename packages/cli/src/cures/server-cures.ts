import type { Evidence } from "../cause/evidence.ts";
import type { FoundCause } from "../cause/find-cause.ts";
import type { Cure } from "./cure.ts";
import type { Product, Snippet } from "./product.ts";
import { findProduct } from "./products/index.ts";
import { plainHeaders } from "./products/unknown.ts";
import { fitLists } from "./text.ts";
import { recognise } from "./recognise.ts";
import { type Wanted, wantedOf } from "./wanted.ts";

/** What the person said about the server. */
export interface CureWishes {
  /** A product's name: `--server`. */
  readonly server?: string | undefined;
  /** The server belongs to someone else: `--not-mine`. */
  readonly notMine?: boolean | undefined;
}

/** Causes that go away when the server allows the page: a CORS layer in front of everything. */
const curedByPolicy =
  /^(?:acao-|acac-|methods-|method-not-|headers?-|authorization-|options-|preflight-|cache-without-origin$|encoding-without-cors$)/;
/** What a policy cures, for the product that answered. */
export function serverCures(
  found: FoundCause,
  evidence: Evidence,
  wishes: CureWishes,
): readonly Cure[] {
  const products = productsFor(found, evidence, wishes);
  if (found.code === "too-large") {
    const product = products.find(({ enlarge }) => enlarge);
    const snippet = product?.enlarge?.();
    return product && snippet ? [cureOf(product, snippet)] : [];
  }
  // A second layer that sets it is not mended by what a server sets once more.
  const removing = products.filter(({ replaces }) => replaces === true);
  const isError = errors.has(found.code);
  if (!isPolicy(found, evidence) && !isError) return [];
  const wanted = wantedOf(evidence);
  if (wanted.origins.every((origin) => origin === "null") && !wanted.everyone) return [];
  const isTwice = found.code === "header-twice";
  const isBehindLogin = /^(?:options-needs-login|redirect-login)$/.test(found.code);
  for (const product of isTwice ? removing : products) {
    if (found.code === "handler-failed" && product.coversFailures !== true) continue;
    if (product.coversRoutesOnly === true && (isError || isBehindLogin)) continue;
    // No rule of such a store changes what it sends to those who ask without Origin.
    if (product.answersOriginOnly === true && found.code === "cache-without-origin") return [];
    const snippet = product.allow({ ...named(wanted), isBehindLogin });
    if (snippet) {
      const placed = isError ? onErrors(snippet, found) : inFront(snippet, found);
      return [cureOf(product, keeping(placed, wanted))];
    }
  }
  if (isError || isTwice) return [];
  return [byHand(wanted)];
}

/** For a server that gave no product away. */
function byHand(wanted: Wanted): Cure {
  const { edit, where, language, code } = plainHeaders(named(wanted));
  return { audience: "server", product: "unknown", edit, language, where, snippet: code };
}

/** A list that is compared with the origin shows one of its entries. The others are there too. */
function keeping(snippet: Snippet, { everyone, origins }: Wanted): Snippet {
  const isList = origins.some((origin) => snippet.code.replaceAll("\\", "").includes(origin));
  if (everyone || !isList) return snippet;
  const where = snippet.where.replace(/[:.]$/, "");
  return { ...snippet, where: `${where}. Keep the origins that are listed there already:` };
}

/** Errors that the page could read if they had the headers: not the cause, and worth having. */
const errors = new Set<string>([
  "login-required",
  "forbidden",
  "not-found",
  "bad-request",
  "rate-limited",
  "handler-failed",
]);

function onErrors(snippet: Snippet, { answer }: FoundCause): Snippet {
  return {
    ...snippet,
    where: `So that the page can read the ${answer?.status ?? "error"} itself. ${snippet.where}`,
  };
}

/** Whether a policy cures it: of redirects only a login's in front of which the preflight is answered. */
export function isPolicy({ code, answer }: FoundCause, { failure }: Evidence): boolean {
  if (code === "redirect-login") return failure?.phase === "preflight";
  if (code === "options-refused" && answer && answer.status === 429) return false;
  return curedByPolicy.test(code);
}

/** Leaves out `null`, and credentials where no origin is named. */
function named(wanted: Wanted): Wanted {
  const origins = wanted.origins.filter((origin) => origin !== "null");
  return { ...wanted, origins, credentials: wanted.credentials && origins.length > 0 };
}

function productsFor(
  found: FoundCause,
  evidence: Evidence,
  { server }: CureWishes,
): readonly Product[] {
  const forced = server === undefined ? undefined : findProduct(server);
  if (forced) return [forced];
  const recognised = recognise(evidence).map(({ product }) => product);
  // The name of a proxy stands on every response; a refusal that an application marks is its own.
  if (found.code === "options-refused" && !isOfProxy(found)) return applicationsFirst(recognised);
  // Two lines are the doing of a proxy, wherever the one that is seen stands.
  if (found.code !== "header-twice") return recognised;
  return recognised.toSorted(
    (one, other) => Number(other.audience === "proxy") - Number(one.audience === "proxy"),
  );
}

/** The pages of proxies name them at their end. */
function isOfProxy({ answer }: FoundCause): boolean {
  return /<hr><center>|<address>|<h1>\d{3} /.test(answer?.raw ?? "");
}

function applicationsFirst(products: readonly Product[]): readonly Product[] {
  return products.toSorted(
    (one, other) => Number(one.audience === "proxy") - Number(other.audience === "proxy"),
  );
}

function cureOf({ audience, name }: Product, { edit, where, language, code }: Snippet): Cure {
  return { audience, product: name, edit, language, where, snippet: fitLists(code) };
}

/** Logins and routers answer a preflight unless the policy stands in front of them. */
function inFront(snippet: Snippet, { code }: FoundCause): Snippet {
  const isBehind = /^(?:options-unrouted|options-needs-login|redirect-login)$/.test(code);
  if (!isBehind || /in front|first|outermost|location|^around/i.test(snippet.where)) return snippet;
  return { ...snippet, where: `In front of the login and the router. ${snippet.where}` };
}
