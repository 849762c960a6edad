import type { CorsOptions, Gate } from "@crossgate/core";
import type { Context } from "hono";
import { routePath } from "hono/route";

type Mount = readonly [gate: Gate, routeIndex: number];

/** The gate that each request met first. */
const outermost = new WeakMap<Context, Mount>();

/**
 * Two gates around one handler are two answers to one question. The outer one decides, so what the
 * author wrote for the inner path never applies, and no response shows it.
 *
 * @returns a function to call with every request that a gate lets through; it warns once
 */
export function createNestingWarning(): (c: Context, gate: Gate) => void {
  let warned = false;
  return (c, gate) => {
    const mount: Mount = [gate, c.req.routeIndex];
    const outer = outermost.get(c);
    if (!outer) {
      outermost.set(c, mount);
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
