import type { Places } from "@crossgate/browser/fixtures/scenario";
import type { WireHandler } from "./wire-server.ts";
import { listen } from "./wire-server.ts";

/** Two servers on loopback. Their ports, under two names each, make four origins. */
export async function listenAtPlaces(
  handler: WireHandler,
): Promise<{ readonly places: Places; readonly close: () => void }> {
  const servers = await Promise.all([listen(handler), listen(handler)]);
  const [one, two] = servers;
  return {
    places: {
      page: `http://127.0.0.1:${one.port}`,
      port: `http://127.0.0.1:${two.port}`,
      host: `http://localhost:${one.port}`,
      other: `http://localhost:${two.port}`,
    },
    close: () => {
      for (const server of servers) server.close();
    },
  };
}
