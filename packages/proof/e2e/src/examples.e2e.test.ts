import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium } from "@crossgate/testkit/chromium";
import { openRecordedPage, type RecordedPage } from "@crossgate/testkit/recorded-page";
import { type Server, startServer } from "@crossgate/testkit/server";
import type { WireRequest } from "@crossgate/testkit/wire";

const installed = (path: string): string =>
  fileURLToPath(new URL(`../../../../node_modules/${path}`, import.meta.url));

interface Example {
  readonly name: string;
  /** What runs it, as its own start script says. */
  readonly command: readonly string[];
  /** The method with which its page writes. */
  readonly writes: "POST" | "PUT";
  /** Whether a page may read the header of its answer beyond the safelisted ones. */
  readonly exposes: boolean;
}

function written(name: string, ...command: readonly string[]): Example {
  const program = `examples/${name}/src/server.ts`;
  return { name, command: [...command, program], writes: "PUT", exposes: true };
}

const EXAMPLES: readonly Example[] = [
  written("fetch", process.execPath),
  written("hono", process.execPath),
  // Not Deno's launcher, which would end without it.
  written("deno", installed("deno/deno"), "run", "--allow-net", "--allow-env=PORT"),
  written("bun", installed(".bin/bun")),
  written("cloudflare", process.execPath, "packages/proof/e2e/src/serve-worker.ts"),
  {
    name: "next",
    command: [process.execPath, "packages/next/fixtures/serve.ts", "examples/next"],
    writes: "POST",
    exposes: false,
  },
];

const JSON_BODY = {
  headers: { "content-type": "application/json" },
  body: '{"text":"hello"}',
};

describe.skipIf(!hasChromium()).each(EXAMPLES)(
  "the $name example in Chromium",
  ({ command, writes, exposes }) => {
    let server: Server;
    let opened: RecordedPage;
    let wire: readonly WireRequest[];

    beforeAll(async () => {
      server = await startServer({ command, probe: "/api/hello" });
      opened = await openRecordedPage();
      ({ wire } = opened);
    });

    afterAll(async () => {
      await opened?.close();
      await server?.stop();
    });

    /** By its name it is in the policy, by its address it is not. */
    async function open(origin: "byName" | "byAddress"): Promise<void> {
      await opened.page.goto(opened[origin]);
    }

    /** What the page reads, and whether of the header too; or how it failed. */
    async function ask(init: RequestInit = {}): Promise<unknown> {
      const url = `http://127.0.0.1:${server.port}/api/hello`;
      return opened.page.evaluate(
        async (url, init) => {
          try {
            const response = await fetch(url, init);
            return [await response.json(), response.headers.has("x-request-id")];
          } catch (error) {
            return String(error);
          }
        },
        url,
        init,
      );
    }

    const write = { method: writes, ...JSON_BODY };
    const refused = "TypeError: Failed to fetch";

    it("is read by a page of an allowed origin, an exposed header too", async () => {
      await open("byName");
      expect(await ask()).toEqual([{ data: "hello world" }, exposes]);
    });

    it("is written by it, after a preflight", async () => {
      await open("byName");
      expect(await ask(write)).toEqual([{ received: { text: "hello" } }, false]);
      await expect
        .poll(() => wire)
        .toContainEqual(
          expect.objectContaining({ method: "OPTIONS", preflight: true, status: 204 }),
        );
    });

    it("is not sent a method that it does not have", async () => {
      await open("byName");
      expect(await ask({ method: "DELETE" })).toBe(refused);
      const sent = (): WireRequest | undefined => wire.find(({ method }) => method === "DELETE");
      await expect.poll(() => sent()?.corsError).toBe("MethodDisallowedByPreflightResponse");
      expect(sent()?.status).toBeUndefined();
    });

    it("is neither read nor written by a page of another origin", async () => {
      await open("byAddress");
      expect(await ask()).toBe(refused);
      const last = (): WireRequest | undefined =>
        wire.findLast(({ path }) => path === "/api/hello");
      await expect.poll(() => last()?.corsError).toBe("MissingAllowOriginHeader");
      expect(await ask(write)).toBe(refused);
      await expect
        .poll(() => wire)
        .toContainEqual(
          expect.objectContaining({ method: "OPTIONS", preflight: true, status: 403 }),
        );
    });
  },
);
