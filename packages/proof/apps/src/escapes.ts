import { loadApp } from "./apps/all.ts";
import { fetchOf } from "./fetch-of.ts";
import { REQUESTS, type Asked } from "./request.ts";
import type { Source } from "./oracle.ts";

/** Asks an app itself, without any host, how each of its answers comes to be. */
export async function sourcesOf(
  name: string,
  entrance: "fetch" | "handler",
): Promise<ReadonlyMap<Asked, Source>> {
  const { create, paths } = await loadApp(name);
  const fetch = fetchOf(create(), entrance);
  const sources = new Map<Asked, Source>();
  const { error } = console;
  // The app's own words on what it was made to throw.
  console.error = () => {};
  for (const asked of REQUESTS) {
    const { method, headers, path } = asked;
    const own = path === "/missing" ? path : (paths?.[path] ?? path);
    const request = new Request(`http://localhost${own}`, { method, headers });
    sources.set(asked, await sourceOf(async () => fetch(request)));
  }
  console.error = error;
  return sources;
}

async function sourceOf(answer: () => Promise<unknown>): Promise<Source> {
  try {
    return isResponse(await answer()) ? "app" : "host";
  } catch (error) {
    return isResponse(error) ? "thrown" : "host";
  }
}

/** On Node some frameworks bring a class of their own. */
function isResponse(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Response]";
}
