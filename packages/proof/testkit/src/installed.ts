import { existsSync } from "node:fs";

/**
 * Whether there is such a program to test with, a browser or a database. A person's machine may lack one, and then hears
 * about it; where the tests decide about a change, its absence is a failure.
 *
 * @param variable of the environment, where a path may stand that is not the usual one
 * @throws Error in CI without it
 */
export function isInstalled(name: string, path: string, variable: string): boolean {
  if (existsSync(path)) return true;
  const message = `no ${name} at ${path}; install it or set ${variable}`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`SKIPPED: tests, because there is ${message}`);
  return false;
}
