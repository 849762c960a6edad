/** One rule of a generated policy. */
export interface Rule {
  /** As its author writes it, unescaped: `/@team/*`. */
  readonly path: string;
  /** Whom it allows: the page beside others, everyone, or the page alone. */
  readonly allows: "list" | "anyone" | "page";
  readonly refuseDenied: boolean;
  /** Whether the rule holds options, a gate of them, or a gate by path that is wider than the rule. */
  readonly form: "options" | "gate" | "nested";
}

/** A segment of a route: a name, unescaped, or a parameter. */
export type RouteSegment = { readonly name: string } | { readonly parameter: string };

/** A route of a generated application, which every router writes in its own way. */
export interface Route {
  readonly segments: readonly RouteSegment[];
  /** Whether everything below belongs to it too. */
  readonly hasRest: boolean;
}

/** A policy, and the application behind it. */
export interface Setting {
  /** In front of every path, where several applications share a host: `/s0`. */
  readonly prefix: string;
  /** Names that occur in paths, unescaped. */
  readonly names: readonly string[];
  readonly rules: readonly Rule[];
  /** In the order in which they are registered. */
  readonly routes: readonly Route[];
}

/** What a handler says of the request that reached it. */
export interface Reached {
  /** The index of its route. */
  readonly route: number;
  /** The path, as the router shows it to handlers. */
  readonly path: string;
  /** Values of parameters, as the router hands them over. */
  readonly parameters: Readonly<Record<string, string>>;
}
