import { stdin } from "node:process";

/** A server ends with whoever started it, also when that was killed, or started it through a shell. */
export function endWithParent(): void {
  stdin.on("end", () => process.exit());
  stdin.resume();
}
