const shown = 200;

/** What a body says, on one line: HTML without its tags, other text as it is, and nothing of bytes. */
export function excerpt(body: string, type: string): string {
  const isHtml = /html|xml/i.test(type) || /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(body);
  const text = isHtml ? withoutTags(body) : body;
  // oxlint-disable-next-line no-control-regex -- a text has none of these
  if (/[\0-\x08\x0e-\x1a]|\ufffd{3}/.test(text.slice(0, shown))) return "";
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > shown ? `${flat.slice(0, shown).replace(/[\ud800-\udbff]$/, "")}…` : flat;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

function withoutTags(html: string): string {
  return html
    .replace(
      /<(script|style|head)\b[^]*?<\/\1\s*>/gi,
      (element) => /<title[^>]*>[^<]*/i.exec(element)?.[0] ?? " ",
    )
    .replace(/<[^>]*>/g, " ")
    .replace(
      /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
      (whole, decimal: string, hex: string, name: string) => {
        const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
        if (point === undefined) return entities[name] ?? whole;
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      },
    );
}
