/** The elements of a list in a header's value. */
export function namesIn(value: string): readonly string[] {
  return value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** A list in one spelling: its order says nothing. */
export function joined(names: "*" | readonly string[]): string {
  return names === "*" ? "*" : names.toSorted().join(",");
}
