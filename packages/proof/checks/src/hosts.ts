/** The globals that a file of a user is checked with, by where it runs. */
export const HOSTS = {
  web: { lib: ["es2023", "dom", "dom.iterable"], types: [] },
  workers: { lib: ["es2023"], types: ["@cloudflare/workers-types"] },
  node: { lib: ["es2023"], types: ["@types/node"] },
} as const;

export type Host = keyof typeof HOSTS;

/** Where a package runs; what speaks the web's own types alone runs on every host. */
export function hostOf(packageName: string): Host {
  if (packageName === "@crossgate/cloudflare") return "workers";
  return packageName === "crossgate" ? "node" : "web";
}
