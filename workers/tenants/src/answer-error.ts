import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { AppEnv } from "./env.ts";
import { problem } from "./problem.ts";
import { StoreError } from "./store-error.ts";

/** What was thrown, as a response that says what is the caller's business and no more. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof HTTPException) return answerException(error);
  console.error(`${c.req.method} ${c.req.path} failed`, error);
  if (!(error instanceof StoreError)) return problem(500, "The log says more.");
  return problem(503, "The store did not answer. Try again; repeating a request is safe.", {
    headers: { "retry-after": "5" },
  });
};

/** Those that Hono's own middleware throws. */
function answerException(exception: HTTPException): Response {
  const challenge = exception.getResponse().headers.get("www-authenticate");
  if (challenge === null) return problem(400, exception.message);
  const status = exception.status === 401 ? 401 : 400;
  const detail = "Send the admin token: Authorization: Bearer <token>.";
  return problem(status, detail, { headers: { "www-authenticate": challenge } });
}
