import { createCors } from "@crossgate/core";
import { ask } from "@crossgate/testkit/ask";
import { describe, expect, it } from "vitest";
import { createServer, type InlineConfig } from "vite";
import { gate } from "../../migration/express/gate.ts";
import { preflightFor } from "../recipes/api.ts";
import { ALLOWED } from "../recipes/origins.ts";

const cors = createCors({ origin: ALLOWED, allowMethods: ["PUT"], credentials: true });

/** An API in Vite's own server, as plugins have it: the gate is the first of its middleware. */
const API: InlineConfig = {
  configFile: false,
  logLevel: "silent",
  plugins: [
    { name: "api", configureServer: ({ middlewares }) => void middlewares.use(gate(cors)) },
  ],
};

describe("an API that a plugin of Vite serves", () => {
  it.each([
    ["by Vite, by default", undefined, []],
    ["by the gate, with server.cors: false", false, [ALLOWED]],
  ] as const)("has its preflights answered %s", async (_, vite, origins) => {
    expect(await allowedBy(vite)).toEqual(origins);
  });
});

/** The origins that a preflight for `PUT` from an allowed page is told of. */
async function allowedBy(vite: false | undefined): Promise<readonly string[]> {
  const server = await createServer({
    ...API,
    server: { host: "127.0.0.1", port: 0, ...(vite === false && { cors: vite }) },
  });
  await server.listen();
  try {
    const [url = ""] = server.resolvedUrls?.local ?? [];
    const port = Number(new URL(url).port);
    const asked = preflightFor("PUT", "/api/data", "content-type");
    const answer = await ask(port, { ...asked, headers: { ...asked.headers, origin: ALLOWED } });
    return answer.headers.get("access-control-allow-origin") ?? [];
  } finally {
    await server.close();
  }
}
