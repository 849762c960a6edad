import { answer } from "./answer.ts";
import { findInBucket } from "./bucket.ts";
import { findInDeployment } from "./deployment.ts";
import type { Env } from "./env.ts";
import { keyOf } from "./key.ts";
import { refuse } from "./refuse.ts";
import type { Representation } from "./representation.ts";

/** Keys below this are deployed with the Worker, all others are in the bucket. */
const DEPLOYED = "static/";
const METHODS = "GET, HEAD, OPTIONS";
const CONDITIONS = [
  "if-match",
  "if-none-match",
  "if-modified-since",
  "if-unmodified-since",
  "range",
];
const NOTHING = "There is nothing of this name.";
/** How often something may be replaced between being found and being read. */
const ATTEMPTS = 3;

export async function serveAsset(request: Request, env: Env): Promise<Response> {
  const { method, url } = request;
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow: METHODS } });
  if (method !== "GET" && method !== "HEAD") {
    return refuse(405, `Only ${METHODS}.`, { allow: METHODS });
  }
  const key = keyOf(new URL(url).pathname);
  return key === undefined ? refuse(404, NOTHING) : serveKey(request, env, key);
}

async function serveKey(request: Request, env: Env, key: string): Promise<Response> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await find(request, env, key);
    if (!found) return refuse(404, NOTHING);
    const response = await answer(request, key, found);
    if (response) return response;
  }
  throw new Error(`${key} was replaced ${ATTEMPTS} times while it was read`);
}

async function find(request: Request, env: Env, key: string): Promise<Representation | undefined> {
  if (key.startsWith(DEPLOYED)) return findInDeployment(env.ASSETS, key);
  const isPlain = !CONDITIONS.some((name) => request.headers.has(name));
  return findInBucket(env.BUCKET, key, request.method === "GET" && isPlain);
}
