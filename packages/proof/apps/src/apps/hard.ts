import { answerRequest, answerTo } from "../answer.ts";

type Fetch = (request: Request) => Response;

/** Objects as strangers write them, each hard in one way. */
export const HARD: Readonly<Record<string, () => object>> = {
  "plain object": () => ({ fetch: answerRequest }),
  "frozen object": () => Object.freeze({ fetch: answerRequest, routes: Object.freeze([]) }),
  "no prototype": () => Object.assign(Object.create(null) as object, { fetch: answerRequest }),
  "private fields": () => new WithPrivateFields(),
  "inherited members": () => new Inheriting(),
  "fetch by getter": () => ({
    get fetch(): Fetch {
      return (request) => answerRequest(request);
    },
  }),
  "fetch not enumerable": () => Object.defineProperty({}, "fetch", { value: answerRequest }),
  "fetch from a proxy": () =>
    new Proxy({}, { get: (_, name) => (name === "fetch" ? answerRequest : undefined) }),
  "function with fetch": () =>
    Object.assign(answerRequest.bind(undefined), { fetch: answerRequest }),
  "fetch and handler": () => ({ fetch: answerRequest, handler: answerRequest }),
  "fetch and a handler of events": () => ({
    fetch: answerRequest,
    handler: (event: { readonly req: Request }) => answerRequest(event.req),
  }),
  "members that throw": () => ({
    fetch: answerRequest,
    get secret(): never {
      throw new Error("no one may read this");
    },
    get request(): never {
      throw new Error("nor this");
    },
  }),
  "members that register": () => registering(),
  "odd functions": () => ({
    fetch: Object.assign((request: Request) => answerRequest(request), {
      bind: 1,
      apply: 2,
      call: 3,
    }),
  }),
  "its own promises": () => ({
    async fetch(request: Request): Promise<Response> {
      return answerRequest(request);
    },
  }),
  "no response": () => ({
    fetch: (request: Request): Response | undefined =>
      new URL(request.url).pathname === "/open" ? undefined : answerRequest(request),
  }),
  "a text for a response": () => ({
    fetch: (request: Request): unknown =>
      new URL(request.url).pathname === "/open" ? "a text" : answerRequest(request),
  }),
  "one response for all": () => sharing(),
  "Deno's options": () => ({
    handler: answerRequest,
    onError: (error: unknown) => answerError(error),
  }),
  "Deno's options, onError fails": () => ({
    handler: answerRequest,
    onError: () => answerTo("/throw/text"),
  }),
  "Bun's options": () => ({
    routes: { "/ok": () => answerTo("/ok"), "/open": { GET: () => answerTo("/open") } },
    fetch: answerRequest,
    error: (error: unknown) => answerError(error),
  }),
  "Bun's options, error fails": () => ({
    fetch: answerRequest,
    error: () => answerTo("/throw/text"),
  }),
  "Bun's options, error answers nothing": () => ({ fetch: answerRequest, error: () => undefined }),
  "Bun's static routes": () => ({ static: { "/ok": () => answerTo("/ok") }, fetch: answerRequest }),
};

class WithPrivateFields {
  readonly #answer: Fetch = answerRequest;
  fetch = (request: Request): Response => this.#answer(request);
}

class Inheriting extends WithPrivateFields {
  get routes(): readonly unknown[] {
    return [["GET", "/ok"]];
  }
}

/** An app whose `onError`, `error`, `notFound`, `handle` and `route` take functions, and what they took. */
function registering(): object {
  let registered: unknown;
  const register = function (this: unknown, taken: unknown): unknown {
    registered = taken;
    return this;
  };
  return {
    fetch(request: Request): Response {
      if (registered !== undefined) return new Response("it was called", { status: 599 });
      return answerRequest(request);
    },
    routes: [["GET", "/ok"]],
    onError: register,
    notFound: register,
    handle: register,
    route: register,
  };
}

/** Sends the same object again and again, where it has no body that could be used up. */
function sharing(): object {
  if ("Bun" in globalThis) throw new Error("Bun empties a response that it has sent");
  const shared = new Response(null, { status: 404, headers: { vary: "Accept" } });
  return {
    fetch: (request: Request): Response =>
      new URL(request.url).pathname === "/ok" ? shared : answerRequest(request),
  };
}

function answerError(error: unknown): Response {
  const text = error instanceof Response ? "a response" : String(error);
  return new Response(text, { status: 500, headers: { "access-control-allow-origin": "*" } });
}
