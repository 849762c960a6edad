import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder with a few files, for as long as `work` takes. */
export async function withFolder<Result>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-app-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
}

const BASE = { manifest_version: 3, name: "An extension that asks", version: "1.0" };

/** An extension that asks as soon as it is there. */
export function backgroundExtension(
  script: string,
  rest: object = {},
): Readonly<Record<string, string>> {
  // Chromium runs a service worker, and Firefox a page.
  const background = { service_worker: "ask.js", scripts: ["ask.js"] };
  return { "manifest.json": JSON.stringify({ ...BASE, background, ...rest }), "ask.js": script };
}

/** An extension that asks from inside of every page on this machine. */
export function contentExtension(script: string): Readonly<Record<string, string>> {
  const content_scripts = [{ matches: ["http://localhost/*"], js: ["ask.js"] }];
  return { "manifest.json": JSON.stringify({ ...BASE, content_scripts }), "ask.js": script };
}
