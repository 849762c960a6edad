import type { Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { explain } from "../src/index.ts";
import { hostile, runHostile } from "./hostile-servers.ts";

/** What is said of each; null where the page gets what came. */
const told: Readonly<Record<keyof typeof hostile, string | null>> = {
  "an endless body": null,
  "a body that comes byte by byte": null,
  "1 MiB of headers": "protocol",
  "no response": "timeout",
  "a redirect loop": "redirect-too-many",
  "redirects that lengthen": "redirect-too-many",
  "headers that never end": "timeout",
  "interim responses without an end": "timeout",
  "a chunk that does not come": null,
  "a length that does not come": null,
  "an encoding that is none": null,
  "half a status line": "reset",
  "an end at once": "reset",
  "a status of 999": "protocol",
  "another protocol": "protocol",
  "no HTTP": "protocol",
  "control characters": "acao-missing",
};

/** The page's requests at most, with twenty redirects, and the probes. */
const mostRequests = 40;
/** What a connection may have sent before it was closed: bodies, and what lay in its buffers. */
const mostBytes = 16_777_216;

it.each(Object.entries(hostile))("a server with %s: ends, and says so", async (name, behave) => {
  const sockets = new Set<Socket>();
  const { port, stop } = await runHostile(behave, sockets);
  onTestFinished(stop);
  const url = `http://127.0.0.1:${port}/data`;
  const { cause } = await explain({ url, origin: "http://localhost:3000", timeout: 1000 });
  expect(cause?.code ?? null).toBe(told[name]);
  expect(sockets.size).toBeLessThanOrEqual(mostRequests);
  const sent = [...sockets].map(({ bytesWritten }) => bytesWritten);
  expect(Math.max(...sent)).toBeLessThan(mostBytes);
});
