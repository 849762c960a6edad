import type { Family } from "../contender.ts";
import { onElysia } from "./elysia.ts";
import { onFetch } from "./fetch.ts";
import { onH3 } from "./h3.ts";
import { onHono } from "./hono.ts";
import { onIttyRouter } from "./itty-router.ts";
import { onWhatwgNode } from "./whatwg-node.ts";

export const FAMILIES: readonly Family[] = [
  onFetch,
  onHono,
  onH3,
  onIttyRouter,
  onElysia,
  onWhatwgNode,
];
