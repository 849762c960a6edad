import type { Family } from "../contender.ts";
import { byPattern, cors, EXPRESSION, ORIGINS } from "../policy.ts";
import { onElysia } from "./elysia.ts";
import { onFetch } from "./fetch.ts";
import { onH3 } from "./h3.ts";
import { onHono, onHonoByHand } from "./hono.ts";
import { onIttyRouter } from "./itty-router.ts";
import { onWhatwgNode } from "./whatwg-node.ts";

const LIST = [...ORIGINS];

/** Everything that guards an application, under a list of three origins. */
export const FAMILIES: readonly Family[] = [
  onFetch,
  onHonoByHand(cors, LIST),
  onH3(cors, LIST),
  onIttyRouter(cors, LIST),
  onElysia(cors, LIST),
  onWhatwgNode,
];

/** Peers that can allow the subdomains of a domain: none has patterns, so each by what it has. */
export const FAMILIES_BY_PATTERN: readonly Family[] = [
  onHono(byPattern, (origin) => (EXPRESSION.test(origin) ? origin : null)),
  onH3(byPattern, [EXPRESSION]),
  onIttyRouter(byPattern, EXPRESSION),
  onElysia(byPattern, EXPRESSION),
];
