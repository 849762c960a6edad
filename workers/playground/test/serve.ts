import { startServer } from "@crossgate/testkit/server";

/** The playground as `npm start` runs it, on its own port. */
export interface Playground {
  readonly page: string;
  readonly api: string;
  stop(): Promise<void>;
}

export async function servePlayground(): Promise<Playground> {
  const server = await startServer({
    command: [process.execPath, "workers/playground/serve/start.ts"],
    probe: "/alive",
  });
  return {
    page: `http://localhost:${server.port}`,
    api: `http://127.0.0.1:${server.port}`,
    stop: () => server.stop(),
  };
}
