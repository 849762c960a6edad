import { PAGE } from "./admin-paths.ts";
import { ask } from "./ask.ts";

/**
 * Whether a router hands a path to the handler that answers `admin`, while the gate in front lets a
 * page of another origin have it. The path leaves as it is written.
 */
export async function isAdminOpen(port: number, path: string, host: string): Promise<boolean> {
  const headers = { host, origin: PAGE, "access-control-request-method": "PUT" };
  const answer = await ask(port, { method: "GET", path, headers });
  const preflight = await ask(port, { method: "OPTIONS", path, headers });
  const [readable] = answer.headers.get("access-control-allow-origin") ?? [];
  return answer.body === "admin" && (readable === PAGE || preflight.status === 204);
}
