import type { LocalNetworkRow, LocalPorts } from "@crossgate/browser/fixtures/local-network";
import { redirecting } from "@crossgate/browser/fixtures/local-network";
import type { Page } from "puppeteer-core";
import type { WireReply, WireRequest } from "../wire-server.ts";
import { listen } from "../wire-server.ts";

/** Servers on loopback, which a browser is told to take for others. */
export interface LocalServers {
  readonly ports: LocalPorts;
  readonly close: () => void;
}

const places = ["page", "public", "local", "loopback"] as const;

/** Starts a server for each place. */
export async function startLocalServers(): Promise<LocalServers> {
  const servers = await Promise.all(places.map(() => listen(answer)));
  const [page = 0, web = 0, local = 0, loopback = 0] = servers.map(({ port }) => port);
  return {
    ports: { page, public: web, local, loopback },
    close: () => {
      for (const server of servers) server.close();
    },
  };
}

function answer({ target }: WireRequest): WireReply {
  const [, to] = redirecting.exec(target) ?? [];
  const headers: [string, string][] = [
    ["Access-Control-Allow-Origin", "*"],
    ["Access-Control-Allow-Methods", "PUT"],
    ["Cache-Control", "no-store"],
    ["Content-Type", "text/html"],
  ];
  if (to !== undefined) headers.push(["Location", `http://127.0.0.1:${to}/a`]);
  const body = to === undefined ? "ok" : "";
  headers.push(["Content-Length", String(body.length)]);
  return { status: to === undefined ? 200 : 302, headers, body };
}

/** Whether the page's `fetch` fails. */
export function isBlocked(page: Page, url: string, { init }: LocalNetworkRow): Promise<boolean> {
  return page.evaluate(
    async (target, given) => {
      try {
        await fetch(target, given);
        return false;
      } catch {
        return true;
      }
    },
    url,
    init as Record<string, string>,
  );
}
