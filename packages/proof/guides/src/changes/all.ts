import type { Change, Peer } from "./change.ts";
import { EXPRESS_CHANGES } from "./express.ts";
import { FASTIFY_CHANGES } from "./fastify.ts";
import { H3_CHANGES } from "./h3.ts";
import { ITTY_ROUTER_CHANGES } from "./itty-router.ts";
import { express } from "./peers/express.ts";
import { fastify } from "./peers/fastify.ts";
import { h3 } from "./peers/h3.ts";
import { ittyRouter } from "./peers/itty-router.ts";

export interface PeerChanges {
  /** As its page below `docs/migration` is called. */
  readonly name: string;
  readonly peer: Peer;
  readonly changes: readonly Change[];
}

/** Hono's are tested where its adapter is, and its README has the table. */
export const ALL_CHANGES: readonly PeerChanges[] = [
  { name: "express", peer: express, changes: EXPRESS_CHANGES },
  { name: "fastify", peer: fastify, changes: FASTIFY_CHANGES },
  { name: "h3", peer: h3, changes: H3_CHANGES },
  { name: "itty-router", peer: ittyRouter, changes: ITTY_ROUTER_CHANGES },
];
