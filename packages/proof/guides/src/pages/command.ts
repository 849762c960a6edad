import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Message, parseMessage } from "./commands.ts";

/** The port of every recipe, unless its environment says another. */
const PORT = ":8787";

/** Runs a page's command, as its reader does, against a server on another port. */
export async function runCommand(shell: string, port: number): Promise<Message> {
  if (!shell.includes(PORT)) throw new Error(`not about localhost${PORT}: ${shell}`);
  const command = shell.replaceAll(PORT, `:${port}`);
  const { stdout } = await promisify(execFile)("sh", ["-c", `${command} --silent --max-time 20`]);
  return parseMessage(stdout);
}
