import type { Verdict } from "@crossgate/core";

/** What a gate needs of a context, whatever the app's Env. */
export interface Answering {
  get res(): Response;
  set res(response: Response | undefined);
  finalized: boolean;
}

/** On a context, how to stop waiting for the response. */
const STOP: unique symbol = Symbol("crossgate");

type Make = (...given: unknown[]) => Response | Promise<Response>;
interface Waiting extends Answering {
  [STOP]?: (() => void) | undefined;
}

/** The methods of a context that make a response. */
const MAKERS = ["newResponse", "body", "text", "json", "html", "redirect"] as const;

/**
 * Decorates the later response of a request that leaves the gate without one. There are two cases.
 * Under `every` and `some` of `hono/combine` Hono hands an error to the app only further out. And a
 * handler may return nothing, which Hono turns into an error.
 *
 * The response is decorated where the context makes it, and where it is assigned to `c.res`. Where
 * only one route has matched, Hono assigns nothing: there a response that `onError` makes without
 * the context is out of reach.
 */
export function decorateLater(c: Waiting, verdict: Verdict): void {
  const methods = c as unknown as Record<string, Make>;
  const makers = MAKERS.map((name) => [name, methods[name] as Make] as const);
  c[STOP] = () => {
    c[STOP] = undefined;
    Object.assign(methods, Object.fromEntries(makers));
    Reflect.deleteProperty(c, "res");
  };
  for (const [name, make] of makers) {
    methods[name] = (...given) => {
      const made = make(...given);
      return made instanceof Promise
        ? made.then((response) => verdict.apply(response))
        : verdict.apply(made);
    };
  }
  let isShown = false;
  Object.defineProperty(c, "res", {
    configurable: true,
    get: () => {
      isShown = true;
      return showDecorated(c, verdict);
    },
    set: (response: Response | undefined) => {
      if (!response) {
        // Taken away, as code that puts another response in its place does first.
        setBelow(c, undefined);
        isShown = false;
        return;
      }
      stopWaiting(c);
      const lists = isShown ? readLists(response) : [];
      c.res = response;
      for (const [name, value] of lists) c.res.headers.append(name, value);
      replace(c, verdict.apply(c.res));
    },
  });
}

/**
 * The response on `c.res` so far may become the final one, as it does if a sub-app has an
 * `onError`.
 */
function showDecorated(c: Waiting, verdict: Verdict): Response {
  const { finalized } = c;
  const res = Reflect.get(Object.getPrototypeOf(c) as object, "res", c) as Response;
  const decorated = verdict.apply(res);
  if (decorated !== res) {
    setBelow(c, undefined);
    setBelow(c, decorated);
  }
  c.finalized = finalized;
  return decorated;
}

/** Sets Hono's own property, beneath the one that waits. */
function setBelow(c: Waiting, response: Response | undefined): void {
  Reflect.set(Object.getPrototypeOf(c) as object, "res", response, c);
}

/** Hono writes the headers of the earlier response over these, and the gate makes lists of them. */
function readLists({ headers }: Response): readonly (readonly [name: string, value: string])[] {
  return [...headers].filter(([name]) => name === "vary" || name === EXPOSE_HEADERS);
}

const EXPOSE_HEADERS = "access-control-expose-headers";

/** Leaves the response to another gate. */
export function stopWaiting(c: Waiting): void {
  c[STOP]?.();
}

/** Hono merges the headers of an earlier response into a new one, unless that is taken away first. */
export function replace(c: Answering, response: Response): Response {
  c.res = undefined;
  c.res = response;
  return response;
}
