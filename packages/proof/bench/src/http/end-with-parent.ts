import { stdin } from "node:process";

/**
 * A server ends with the process that started it, even if that was killed, or started it through a
 * shell.
 */
export function endWithParent(): void {
  stdin.on("end", () => process.exit());
  stdin.resume();
}
