import type { CookieCase } from "./cookie-case.ts";
import { hosts, siblings } from "./cookie-case.ts";

/** One case as the page is told of it: the URL that sets, and those that are asked afterwards. */
export interface CookieTask {
  readonly id: string;
  readonly credentials: CookieCase["credentials"];
  readonly set: string;
  readonly probes: readonly string[];
}

/** The URLs of a case: of the same path, of another one, and of the other host of the site. */
export function urlsOf({ id, host }: CookieCase, port: number): Pick<CookieTask, "set" | "probes"> {
  const base = `https://${hosts[host]}:${port}`;
  const sibling = `https://${hosts[siblings[host]]}:${port}`;
  return {
    set: `${base}/c/set/${id}`,
    probes: [`${base}/c/set/get/${id}`, `${base}/other/${id}`, `${sibling}/c/set/get/${id}`],
  };
}

/** The page's script, turned into text: nothing from outside itself. */
function harness(): void {
  async function runTask({ credentials, set, probes }: CookieTask): Promise<void> {
    await fetch(set, { credentials }).catch(() => undefined);
    for (const probe of probes)
      await fetch(probe, { credentials: "include" }).catch(() => undefined);
  }

  async function workOff(): Promise<void> {
    let body = "";
    for (;;) {
      const response = await fetch("/queue", { method: "POST", body });
      const tasks = (await response.json()) as CookieTask[];
      if (tasks.length === 0) return;
      const left = tasks.slice();
      const worker = async (): Promise<void> => {
        for (let task = left.shift(); task; task = left.shift()) await runTask(task);
      };
      await Promise.all(Array.from({ length: 4 }, worker));
      body = "done";
    }
  }
  void workOff();
}

/** The page, as HTML. */
export const cookieHtml: string = `<!doctype html><meta charset="utf-8"><title>cookies</title><script>(${harness.toString()})();</script>`;
