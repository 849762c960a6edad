import { toExpression, toLiteral, toPattern } from "../origin/pattern.ts";
import { quote } from "../quote.ts";

/** What to write where no one can tell what was meant. */
export const EXAMPLES = `write an origin like "https://example.com" or "https://*.example.com"`;

const WITHOUT_PAGES = /^(wss?|ftps?|data|blob|javascript|about|filesystem|mailto|view-source):/i;

/**
 * Why a text is no origin of a page, and behind a semicolon what to write instead.
 *
 * @returns `undefined` for a pattern whose scheme pages have
 */
export function mistakeIn(text: string): string | undefined {
  if (WITHOUT_PAGES.test(text)) {
    return advise("whose scheme no page has", toPage(text));
  }
  const pattern = toPattern(text);
  if (pattern === text) return undefined;
  const several = splitText(text);
  if (several) return several;
  if (pattern) {
    return advise(misspelling(text), pattern);
  }
  if (/[\\^$()|]|\w\?:|:\/\/\.[*+]/.test(text)) {
    return advise("an expression in quotes", toLiteral(text));
  }
  return /\*|\/\/\./.test(text)
    ? advise(
        `with a * that is not "*." before a host`,
        toExpression(text) ?? toPattern(text.replace(/\/\/[*.]+/, "//*.")),
      )
    : advise("which no browser sends");
}

/** Where a text and the pattern that it stands for differ. */
function misspelling(text: string): string {
  if (!text.includes("://")) return "without a scheme";
  return /\/\/.*[/?#@]/.test(text)
    ? "with more than scheme, host and port"
    : "which no browser sends";
}

/** The page that opens a socket, or that a URL was made by: `wss://myapp.com` → `https://myapp.com`. */
function toPage(text: string): string | undefined {
  const [page = ""] = /(https?|wss?):.*/.exec(text) ?? [];
  return toPattern(page.replace("ws", "http"));
}

/** What to write for several names, or origins, in one text; `undefined` where there is but one. */
export function splitText(text: string): string | undefined {
  const parts = text.split(/[\s,;]/).filter(Boolean);
  return parts.length > 1 ? `several in one text; write ${parts.map(quote).join(", ")}` : undefined;
}

/** @param instead a pattern, or the literal of a RegExp */
function advise(why: string, instead?: string): string {
  if (!instead) return `${why}; ${EXAMPLES}`;
  return `${why}; write ${instead.startsWith("/") ? instead : quote(instead)}`;
}
