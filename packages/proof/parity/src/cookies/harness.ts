import type { CookieCase, CookieUrls } from "@crossgate/browser/fixtures/cookies";

/** One case as the page is told of it. */
export interface CookieTask extends CookieUrls {
  readonly id: string;
  readonly credentials: CookieCase["credentials"];
  /** Cookies without a name take each other's place, so that none may meet another. */
  readonly alone: boolean;
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
      const left = tasks.filter(({ alone }) => !alone);
      const worker = async (): Promise<void> => {
        for (let task = left.shift(); task; task = left.shift()) await runTask(task);
      };
      await Promise.all(Array.from({ length: 4 }, worker));
      for (const task of tasks) if (task.alone) await runTask(task);
      body = "done";
    }
  }
  void workOff();
}

/** The page, as HTML. */
export const cookieHtml: string = `<!doctype html><meta charset="utf-8"><title>cookies</title><script>(${harness.toString()})();</script>`;
