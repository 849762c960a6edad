/** What the gate owns of a response, and `Vary`: everything that a policy decides. */
export function isPolicyHeader(name: string): boolean {
  return name === "vary" || name.startsWith("access-control-");
}

/** The headers of a response that its policy has decided, and no others. */
export function corsHeaders({ headers }: { readonly headers: Headers }): Record<string, string> {
  const decided: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (isPolicyHeader(name)) decided[name] = value;
  });
  return decided;
}
