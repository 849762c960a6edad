import type { CorsOptions } from "@crossgate/core";
import type { Context, Env } from "hono";

/**
 * The Env of a context that names none, taken from Hono. `app.use` leaves that one out where it
 * joins a middleware's Env with the app's.
 */
export type UnnamedEnv = Context extends Context<infer E> ? E : never;

/** Nothing is of this type; its one property is what the compiler then says. */
export interface OnErrorBelongsToTheApp {
  readonly "write app.onError((error, c) => …) instead": never;
}

/** The options of `createCors` with Hono's context, and without `onError`. */
export type HonoOptions<E extends Env = UnnamedEnv> = CorsOptions<Context<E>> & {
  /**
   * Not an option here. Hono hands an error to `app.onError` before any middleware sees it. The
   * response gets CORS headers like any other. Write `app.onError((error, c) => …)`.
   */
  readonly onError?: OnErrorBelongsToTheApp | undefined;
};
