import { RawClient } from "../raw-client.ts";
import { type Application, readReached } from "../subject.ts";

/** An application behind a port of this machine: request lines leave as they are written. */
export function overWire(port: number, stop: () => void | Promise<void>): Application {
  const client = new RawClient(port);
  return {
    async ask({ target, method, headers }) {
      // What ends a request line or splits it is another request.
      if (/[\r\n ]/.test(target)) return undefined;
      const answer = await client.ask(`${method} ${target} HTTP/1.1`, headers);
      return answer && { ...answer, reached: readReached(answer.body) };
    },
    async close() {
      client.close();
      await stop();
    },
  };
}
