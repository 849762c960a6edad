import type { Sign } from "../product.ts";

/** Told by the header Server. */
export function server(pattern: RegExp): Sign {
  return { in: "server", pattern, sure: 3 };
}

/** Told by a header that no other product has. */
export function header(name: string): Sign {
  return { in: name, pattern: /./, sure: 3 };
}

/** Told by its words in a body. */
export function body(pattern: RegExp, sure: Sign["sure"] = 3): Sign {
  return { in: "body", pattern, sure };
}

/** Told by the name of the host. */
export function host(pattern: RegExp): Sign {
  return { in: "host", pattern, sure: 3 };
}
