import { expect } from "vitest";
import type { Served } from "./serve.ts";

/** Whose data a page of this origin would read, or null. */
export async function readBy(
  { url }: Served,
  origin: string,
  path: string,
): Promise<string | null> {
  const response = await fetch(new URL(path, url), { headers: { origin } });
  const body = (await response.json()) as { tenant?: string };
  expect(response.headers.get("vary")).toBe("Origin");
  const granted = response.headers.get("access-control-allow-origin");
  expect([null, origin]).toContain(granted);
  return granted === null ? null : (body.tenant ?? "nothing");
}
