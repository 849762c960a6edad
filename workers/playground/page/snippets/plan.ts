import type { NormalizedCorsOptions } from "@crossgate/core";

/** A policy in the terms of servers without Crossgate. */
export interface Plan {
  /** Whether every page may read; then no origin is named. */
  readonly isOpen: boolean;
  readonly exact: readonly string[];
  readonly expressions: readonly RegExp[];
  /** `"*"` for whatever a page asks for. */
  readonly methods: "*" | readonly string[];
  readonly headers: "*" | readonly string[];
  readonly expose: "*" | readonly string[];
  readonly credentials: boolean;
  readonly maxAge: number;
}

/** One or more labels, as `*.` stands for, and any port or none, as `:*` does. */
const LABELS = String.raw`(?:[a-z0-9_-]+\.)+`;
const PORT = String.raw`(?::\d{1,5})?`;

/** The plan of a policy that holds no function. */
export function planOf(options: NormalizedCorsOptions): Plan {
  const entries = [options.origin].flat().filter((entry) => typeof entry !== "function");
  const patterns = entries.filter((entry) => typeof entry === "string");
  const isPattern = (entry: string): boolean => entry.includes("*");
  const { allowMethods, allowHeaders, exposeHeaders, credentials, maxAge } = options;
  return {
    isOpen: options.origin === "*",
    exact: patterns.filter((entry) => !isPattern(entry)),
    expressions: [
      ...patterns.filter((entry) => entry !== "*" && isPattern(entry)).map(expressionOf),
      ...entries.filter((entry) => entry instanceof RegExp),
    ],
    methods: allowMethods,
    headers: allowHeaders,
    expose: exposeHeaders,
    credentials,
    maxAge,
  };
}

/** The whole of an origin that a pattern stands for. */
function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.\\/[\]]/gu, String.raw`\$&`)
    .replace(String.raw`*\.`, LABELS)
    .replace(/:\*$/u, PORT);
  return new RegExp(`^${source}$`);
}

/** Methods to write where a server has no way to say "any". */
export function methodsIn({ methods }: Plan, asked: string): readonly string[] {
  const all = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];
  const named = methods === "*" ? all : methods;
  return methods === "*" && !named.includes(asked) ? [...named, asked] : named;
}
