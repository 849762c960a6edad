import { vi } from "vitest";
import { type Gateways, startGateways } from "./gateways.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

export const PAGE = "https://myapp.com";
export const OTHER = "https://www.myapp.com";
/** What marks a response as everyone's. */
export const PUBLIC = "h=cache-control:public,%20max-age=60";

type Asked = Readonly<Record<string, string>>;

/** Gateways that cache, and an API whose responses say how often they were asked for. */
export class CacheBench {
  readonly upstream: Upstream;
  readonly gateways: Gateways;
  #fresh = 0;

  private constructor(upstream: Upstream, gateways: Gateways) {
    this.upstream = upstream;
    this.gateways = gateways;
  }

  static async start(): Promise<CacheBench> {
    const upstream = await startUpstream();
    const plain = {
      UPSTREAM: `http://localhost:${upstream.port}`,
      ALLOWED_ORIGINS: [PAGE, OTHER],
      ALLOW_CREDENTIALS: true,
    };
    const gateways = await startGateways({
      plain,
      uncached: { ...plain, CACHE: false },
      stripped: { ...plain, PASS_COOKIES: false, PASS_AUTHORIZATION: false },
      telling: { ...plain, PASS_ORIGIN: true },
    });
    return new CacheBench(upstream, gateways);
  }

  async stop(): Promise<void> {
    await this.gateways.stop();
    await this.upstream.stop();
  }

  /** A URL that no test has asked before. */
  async freshUrl(query: string, gateway = "plain", path = "/say"): Promise<URL> {
    return new URL(`${path}?${query}&fresh=${++this.#fresh}`, await this.gateways.at(gateway));
  }

  async get(url: URL, headers: Asked = {}, method = "GET"): Promise<Response> {
    return fetch(url, { method, headers: { origin: PAGE, ...headers } });
  }

  /** The gateway stores a response a moment after it sends it. */
  async untilCached(url: URL, headers: Asked = {}): Promise<void> {
    await vi.waitUntil(
      async () => (await this.get(url, headers)).headers.get("cf-cache-status") === "HIT",
      { timeout: 120_000 },
    );
  }
}
