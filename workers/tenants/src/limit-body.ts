import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { problem } from "./problem.ts";

/** Refuses a larger body by what it says of its length, or else as soon as it has grown too long. */
export function limitBody(bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: () => problem(413, `A body may have ${bytes} bytes; send less at once.`),
  });
}
