import { isLoopbackHost } from "../cause/address-space.ts";
import type { Evidence } from "../cause/evidence.ts";
import type { Cure } from "./cure.ts";

const forGuests = "If this server is not yours: ";

/** Whether a cure is for those who cannot change the server. */
export function isForGuests({ where }: Cure): boolean {
  return where.startsWith(forGuests);
}

/** What is left where the server is at fault and belongs to someone else. */
export const tellTheOwner: Cure = {
  audience: "page",
  product: "browser",
  edit: "none",
  language: "text",
  where: `${forGuests}nothing in the page cures this. Tell those who run it what it answers.`,
};

/** "This server is not yours": a server of one's own asks it, on the page's origin or on its own. */
export function waysAround(evidence: Evidence): readonly Cure[] {
  const whileDeveloping = devServer(evidence);
  return [...(whileDeveloping ? [whileDeveloping] : []), gateway(evidence)];
}

function gateway({ asked }: Evidence): Cure {
  const { origin, pathname } = new URL(asked.url);
  const base = origin === "null" ? asked.url : origin;
  const page = asked.origin === "null" ? "https://app.example.com" : asked.origin;
  return {
    audience: "proxy",
    product: "crossgate-gateway",
    edit: "add",
    language: "sh",
    where: `${forGuests}let a server of your own ask it. The Crossgate gateway (a Worker, in workers/gateway) is one; the page then asks the gateway for ${pathname}:`,
    snippet: `pnpm run deploy \\\n  --var UPSTREAM:${base} \\\n  --var ALLOWED_ORIGINS:${page}`,
  };
}

/** A page of this machine mostly comes from a development server, which can ask in its place. */
function devServer({ asked }: Evidence): Cure | undefined {
  const isLocal = URL.canParse(asked.origin) && isLoopbackHost(new URL(asked.origin).hostname);
  const { origin, pathname, protocol } = new URL(asked.url);
  const [, folder] = /^(\/[\w.~-]+)/.exec(pathname) ?? [];
  if (!isLocal || folder === undefined || !/^https?:$/.test(protocol)) return undefined;
  return {
    audience: "proxy",
    product: "vite",
    edit: "add",
    language: "js",
    where: `${forGuests}while you develop, let the development server ask it. For Vite this is the member server of vite.config; the page then asks its own ${pathname}:`,
    snippet: `server: {\n  proxy: {\n    ${JSON.stringify(folder)}: { target: ${JSON.stringify(origin)}, changeOrigin: true },\n  },\n}`,
  };
}
