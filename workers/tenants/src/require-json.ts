import type { MiddlewareHandler } from "hono";
import { problem } from "./problem.ts";

export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (/^application\/json\s*(?:;|$)/iu.test(type)) return next();
  return problem(415, "Send JSON with Content-Type: application/json.");
};
