/** The globals that a file of a user is checked with, by where it runs. */
export const HOSTS = {
  web: { lib: ["es2023", "dom", "dom.iterable"], types: [] },
  workers: { lib: ["es2023"], types: ["@cloudflare/workers-types"] },
} as const;

export type Host = keyof typeof HOSTS;

/** Where a package runs; what speaks the web's own types alone runs on every host. */
export function hostOf(packageName: string): Host {
  return packageName === "@crossgate/cloudflare" ? "workers" : "web";
}
