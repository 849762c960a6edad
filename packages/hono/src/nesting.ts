import type { CorsOptions, Gate } from "@crossgate/core";
import type { Context } from "hono";
import { routePath } from "hono/route";

type Mount = readonly [gate: Gate, routeIndex: number];

/** On a context, the gate that its request met first; a WeakMap's entry costs each request more. */
const OUTERMOST = Symbol("crossgate");

interface MarkedContext extends Context {
  [OUTERMOST]?: Mount;
}

/**
 * Two gates around one handler are two answers to one question. The outer one decides, so what the
 * author wrote for the inner path never applies, and no response shows it.
 *
 * @returns a function to call with every request that a gate lets through; it warns once
 */
export function createNestingWarning(): (c: Context, gate: Gate) => void {
  let warned = false;
  return (c: MarkedContext, gate) => {
    const mount: Mount = [gate, c.req.routeIndex];
    const outer = c[OUTERMOST];
    if (!outer) {
      c[OUTERMOST] = mount;
    } else if (!warned) {
      warned = true;
      console.warn(
        `crossgate: ${describe(c, mount)} is inside ${describe(c, outer)}, which decides everything. ` +
          "Mount one policy per path, or one corsByPath for all.",
      );
    }
  };
}

function describe(c: Context, [gate, routeIndex]: Mount): string {
  const { origin } = (gate as { options?: Partial<CorsOptions> }).options ?? {};
  const shown = typeof origin === "function" ? "a function" : origin && String(origin);
  return `cors on ${routePath(c, routeIndex)}${shown ? ` (origin: ${shown})` : ""}`;
}
