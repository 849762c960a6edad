/** Text without the marks of a page of HTML, and without the numbers beside quoted code. */
export function withoutMarkup(text: string): string {
  const isMarked = /&(?:quot|apos|#0?39|#x27);/i.test(text);
  const plain = isMarked ? withoutEntities(text) : text;
  const gutter = /^[ \t]*>?[ \t]*\d+[ \t]*\|[ \t]?/gm;
  if ((plain.match(gutter)?.length ?? 0) < 2) return plain;
  return plain.replace(gutter, "").replace(/^[ \t]*\|[ \t]*\^+.*$/gm, "");
}

function withoutEntities(text: string): string {
  const entities: Readonly<Record<string, string>> = { quot: '"', lt: "<", gt: ">", amp: "&" };
  return text.replace(/&(quot|apos|lt|gt|amp|#0?39|#x27);/gi, (_, name: string) => {
    return entities[name.toLowerCase()] ?? "'";
  });
}
