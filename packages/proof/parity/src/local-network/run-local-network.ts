import type { AddressSpace, LocalNetworkAccess } from "@crossgate/browser";
import { CorsBlockedError, createBrowser } from "@crossgate/browser";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import type { Page } from "puppeteer-core";
import type { WireReply, WireRequest } from "../wire-server.ts";
import { listen } from "../wire-server.ts";

/** What was asked from where, and what came of it on either side. */
export interface LocalNetworkCase {
  readonly name: string;
  /** The DevTools name of the model's error; null for a request that passes. */
  readonly model: string | null;
  /** Whether real Chromium blocked it, and every name it reported. */
  readonly blocked: boolean;
  readonly reported: readonly string[];
  /** The console lines of both; undefined where nothing was blocked. */
  readonly message: string | undefined;
  readonly line: string | undefined;
}

interface Init {
  readonly method?: string;
  readonly mode?: "no-cors";
  readonly targetAddressSpace?: AddressSpace;
}

const places = ["page", "public", "local", "loopback"] as const;
type Place = (typeof places)[number];

const requests: readonly (readonly [Place, Init])[] = [
  ["loopback", {}],
  ["local", {}],
  ["public", {}],
  ["loopback", { mode: "no-cors" }],
  ["loopback", { method: "PUT" }],
  ["local", { method: "PUT" }],
  ["loopback", { targetAddressSpace: "loopback" }],
  ["loopback", { targetAddressSpace: "local" }],
  ["loopback", { targetAddressSpace: "public" }],
  ["local", { targetAddressSpace: "local" }],
  ["local", { targetAddressSpace: "loopback" }],
  ["public", { targetAddressSpace: "loopback" }],
  ["public", { targetAddressSpace: "local" }],
];
/** Redirects from the public server to another one. */
const redirects: readonly Place[] = ["loopback", "local", "public"];

/**
 * Asks real Chromium, with addresses in several spaces, and the model with the same ones.
 *
 * @returns undefined where Chromium is not installed
 */
export async function runLocalNetwork(
  access: LocalNetworkAccess,
): Promise<readonly LocalNetworkCase[] | undefined> {
  if (!hasChromium()) return undefined;
  const servers = await Promise.all(places.map(() => listen(answer)));
  const ports = servers.map(({ port }) => port);
  const port = (place: Place): number => ports[places.indexOf(place)] ?? 0;
  const spaces: Record<string, AddressSpace> = {
    [`127.0.0.1:${port("page")}`]: "public",
    [`127.0.0.1:${port("public")}`]: "public",
    [`127.0.0.1:${port("local")}`]: "local",
    [`web.test:${port("page")}`]: "public",
  };
  const overrides = Object.entries(spaces).map((entry) => entry.join("="));
  const browser = await launchChromium(
    `--ip-address-space-overrides=${overrides.filter((one) => one.startsWith("127")).join(",")}`,
    "--host-resolver-rules=MAP *.test 127.0.0.1",
  );
  try {
    const pages = [
      `http://127.0.0.1:${port("page")}/`,
      `http://web.test:${port("page")}/`,
      `http://127.0.0.1:${port("local")}/`,
      `http://127.0.0.1:${port("loopback")}/`,
    ];
    const session = await browser.target().createCDPSession();
    for (const name of ["loopback-network", "local-network"]) {
      const { origin } = new URL(pages[0] ?? "");
      const permission = { permission: { name }, setting: access, origin } as const;
      await session.send("Browser.setPermission", permission);
    }
    const cases: LocalNetworkCase[] = [];
    for (const url of pages) {
      const page = await browser.newPage();
      const heard = await listenTo(page);
      await page.goto(url);
      const model = createBrowser({
        profile: "chromium",
        network: toNetwork,
        localNetworkAccess: access,
        addressSpaces: spaces,
      }).open(url);
      const asked = [
        ...requests.map(([place, init]) => [`http://127.0.0.1:${port(place)}/a`, init] as const),
        ...redirects.map(
          (place) => [`http://127.0.0.1:${port("public")}/to/${port(place)}`, {}] as const,
        ),
      ];
      for (const [target, init] of asked) {
        heard.clear();
        const blocked = await isBlocked(page, target, init);
        const error: unknown = await model.fetch(target, init).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        const mine = error instanceof CorsBlockedError ? error : undefined;
        await new Promise((resolve) => setTimeout(resolve, 120));
        cases.push({
          name: `${access}, ${url} to ${target} ${JSON.stringify(init)}`,
          model: mine?.chromium ?? null,
          blocked,
          reported: heard.names(),
          message: mine?.message,
          line: heard.line(),
        });
      }
      await page.close();
    }
    return cases;
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
}

function answer({ target }: WireRequest): WireReply {
  const [, to] = /^\/to\/(\d+)/.exec(target) ?? [];
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

/** The same answers without a socket. */
function toNetwork({ url, method }: Request): Response {
  const asked = { target: new URL(url).pathname, method, names: [], body: "", header: () => null };
  const { status, headers, body } = answer(asked);
  return new Response(body, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

function isBlocked(page: Page, url: string, init: Init): Promise<boolean> {
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

interface Heard {
  names(): readonly string[];
  line(): string | undefined;
  clear(): void;
}

/** What DevTools says of the requests of a page. */
async function listenTo(page: Page): Promise<Heard> {
  const session = await page.createCDPSession();
  await session.send("Audits.enable");
  await session.send("Log.enable");
  let names: string[] = [];
  let line: string | undefined;
  session.on("Audits.issueAdded", ({ issue }) => {
    const status = issue.details.corsIssueDetails?.corsErrorStatus;
    if (status) names.push(status.corsError);
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.text.startsWith("Access to")) line = entry.text;
  });
  return {
    names: () => names,
    line: () => line,
    clear() {
      names = [];
      line = undefined;
    },
  };
}
