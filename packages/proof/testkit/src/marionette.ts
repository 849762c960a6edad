import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** Firefox's own remote control, which reaches its developer tools. */
export interface Marionette {
  send(command: string, parameters?: object): Promise<unknown>;
  /** Runs the body of an asynchronous function in the browser itself, or in its page. */
  run(where: "chrome" | "content", body: string): Promise<unknown>;
  close(): void;
}

/** @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, (answer: readonly unknown[]) => void>();
  const greeted = readMessages(socket, waiting);
  await Promise.race([
    greeted,
    once(socket, "close").then(() => Promise.reject(new Error("Firefox closed the connection"))),
  ]);
  let count = 0;
  const send = async (command: string, parameters: object = {}): Promise<unknown> => {
    count += 1;
    const { promise, resolve } = Promise.withResolvers<readonly unknown[]>();
    waiting.set(count, resolve);
    const text = JSON.stringify([0, count, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, result] = await promise;
    if (error !== null) throw new Error(`${command}: ${JSON.stringify(error)}`);
    return result;
  };
  await send("WebDriver:NewSession");
  return {
    send,
    async run(where, body) {
      await send("Marionette:SetContext", { value: where });
      const script = `const done = arguments[arguments.length - 1];
        (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value } = (await send("WebDriver:ExecuteAsyncScript", {
        script,
        args: [],
        newSandbox: false,
      })) as { value: { value?: unknown; error?: string } };
      if (value.error !== undefined) throw new Error(value.error);
      return value.value;
    },
    close: () => socket.destroy(),
  };
}

/** Each message is its length, a colon, and JSON; the first one greets. */
function readMessages(
  socket: Socket,
  waiting: Map<number, (answer: readonly unknown[]) => void>,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let rest = Buffer.alloc(0);
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const colon = rest.indexOf(":");
      const end = colon + 1 + Number(rest.subarray(0, colon));
      if (colon < 0 || rest.length < end) return;
      const message = JSON.parse(rest.subarray(colon + 1, end).toString()) as unknown;
      rest = rest.subarray(end);
      if (Array.isArray(message)) waiting.get(Number(message[1]))?.(message);
      else resolve();
    }
  });
  return promise;
}
