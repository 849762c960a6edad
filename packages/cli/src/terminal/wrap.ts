/** Breaks plain text between words; a word longer than a line is left whole, to be copied. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > width && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** The same, behind a margin; the first line may have another one. */
export function indent(
  text: string,
  width: number,
  margin: string,
  first: string = margin,
): string {
  const lines = wrap(text, width - margin.length);
  return lines.map((line, index) => `${index === 0 ? first : margin}${line}`).join("\n");
}
