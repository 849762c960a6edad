/** The runtime's own name and version; Deno and Bun say they are Node as well. */
export function runtimeName(): string {
  const { node, deno, bun }: Readonly<Record<string, string | undefined>> = process.versions;
  if (deno !== undefined) return `Deno ${deno}`;
  return bun === undefined ? `Node ${node}` : `Bun ${bun}`;
}
