/** What is mutated: published packages that stand between a request and its response. */
export interface Target {
  /** The folder under `packages`. */
  readonly name: string;
  /** The least share of the mutants that are no equivalents which tests must notice. */
  readonly leastKilled: number;
}

export const TARGETS: readonly Target[] = [
  { name: "core", leastKilled: 0.99 },
  { name: "hono", leastKilled: 0.95 },
  { name: "cloudflare", leastKilled: 0.95 },
  { name: "deno", leastKilled: 0.95 },
  { name: "bun", leastKilled: 0.95 },
  { name: "next", leastKilled: 0.95 },
  { name: "origins", leastKilled: 0.95 },
];
