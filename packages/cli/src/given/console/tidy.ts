const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": "'",
  "&apos;": "'",
  "&#39;": "'",
  "&#x27;": "'",
  "&nbsp;": " ",
};

/**
 * A line as its browser wrote it, without the changes of a copy. These are line breaks of a
 * terminal or a mail, marks of a quotation, and quotes that no keyboard has or another language.
 * They are entities of HTML and escapes of a log too. All quotes become the plain one.
 *
 * @returns the ways to read it, the likeliest first: a line break stands for a space, or for nothing
 */
export function tidyLine(text: string): readonly string[] {
  const plain = plainQuotes(
    text
      .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);/gi, (name) => entities[name] ?? name)
      .replace(/\\r?\\n|\\n/g, "\n")
      .replace(/\\(?=["'/])/g, "")
      // oxlint-disable-next-line no-control-regex -- a terminal's colours begin with one
      .replace(/\u001b\[[\d;]*m/g, "")
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, "")
      .replace(/\[([^\]\s]+)\]\([^)\s]*\)/g, "$1")
      .replace(/<(https?:[^>\s]*)>/g, "$1")
      .replace(/^[ \t]*>[ \t]?/gm, ""),
  );
  const joined = plain.replace(/\r?\n/g, "").replace(/\s+/g, " ").trim();
  const spaced = plain
    .replace(/\s+/g, " ")
    .replace(/(Access-Control-(?:\w+-)?) /gi, "$1")
    .trim();
  return [...new Set(isCut(plain) ? [joined, spaced] : [spaced, joined])];
}

/** Whether lines end where a terminal ends, and not at words. */
function isCut(text: string): boolean {
  const [first = "", ...rest] = text.split(/\r?\n/);
  const full = rest.slice(0, -1);
  return full.length > 0 && full.every(({ length }) => length >= 20 && length === first.length);
}

function plainQuotes(text: string): string {
  return text
    .replace(/[«‹「『]\s?/g, "'")
    .replace(/\s?[»›」』]/g, "'")
    .replace(/[‘’‚‛“”„‟′″´`"＇＂]/g, "'");
}
