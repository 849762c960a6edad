import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Message, parseMessage } from "./commands.ts";

/** Where a reader's own server listens; an origin in a header has no slash behind its port. */
const SERVER = /(?<=http:\/\/localhost:)\d+(?=\/)/;

/** Runs a page's command, as its reader does, against a server on another port. */
export async function runCommand(shell: string, port: number): Promise<Message> {
  if (!SERVER.test(shell)) throw new Error(`asks no server on localhost: ${shell}`);
  const command = shell.replace(SERVER, String(port));
  const { stdout } = await promisify(execFile)("sh", ["-c", `${command} --silent --max-time 20`]);
  return parseMessage(stdout);
}
