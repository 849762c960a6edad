import type { Exchange } from "./exchange.ts";
import type { Install, Project } from "./project.ts";

/** A fresh project that serves a README's first example. */
export interface Fresh {
  readonly name: string;
  readonly project: Omit<Project, "directory">;
  readonly install: Install;
  /** What is run once, after the installation. */
  readonly before?: readonly (readonly string[])[];
  /** The ways to serve it; each answers all exchanges. */
  readonly serve: Readonly<Record<string, readonly string[]>>;
  readonly exchanges: readonly Exchange[];
}
