import type { SerializedOrigin } from "../fetch/origin.ts";
import type { Pattern } from "./pattern.ts";

/**
 * Patterns by host label, from the right, so that a look-up walks the labels of one origin and never
 * the list of patterns. Whole labels are the keys: `evilexample.com` can't meet `example.com`.
 */
export interface HostTree {
  insert(pattern: Pattern): void;
  has(origin: SerializedOrigin): boolean;
}

interface Node {
  /** Schemes and ports allowed for the host that ends here. */
  here: Set<string> | undefined;
  /** Schemes and ports allowed for every host below. */
  below: Set<string> | undefined;
  readonly children: Map<string, Node>;
}

export function createHostTree(): HostTree {
  const root = createNode();
  return {
    insert(pattern) {
      let node = root;
      for (const label of pattern.host.split(".").toReversed()) {
        let child = node.children.get(label);
        if (!child) node.children.set(label, (child = createNode()));
        node = child;
      }
      const side = pattern.subdomains ? "below" : "here";
      (node[side] ??= new Set()).add(
        endpoint(pattern.scheme, pattern.anyPort ? "*" : pattern.port),
      );
    },

    has({ scheme, host, port }) {
      let node = root;
      for (let end = host.length; ;) {
        const dot = host.lastIndexOf(".", end - 1);
        const child = node.children.get(host.slice(dot + 1, end));
        if (!child) return false;
        // Behind this label the host either ends, or goes on with at least one more label.
        if (dot < 0) return admits(child.here, scheme, port);
        if (admits(child.below, scheme, port)) return true;
        node = child;
        end = dot;
      }
    },
  };
}

function createNode(): Node {
  return { here: undefined, below: undefined, children: new Map() };
}

function admits(endpoints: Set<string> | undefined, scheme: string, port: string): boolean {
  return (
    endpoints !== undefined &&
    (endpoints.has(endpoint(scheme, port)) || endpoints.has(endpoint(scheme, "*")))
  );
}

function endpoint(scheme: string, port: string): string {
  return `${scheme}:${port}`;
}
