type Fetch = (request: unknown, context?: unknown) => unknown;

/**
 * Takes a function out of an app, as one writes it: `app.fetch`, or the function that the app is.
 *
 * @throws TypeError for an app that has none
 */
export function fetchOf(app: object, name: "fetch" | "handler" = "fetch"): Fetch {
  const { fetch, handler } = app as { readonly fetch?: unknown; readonly handler?: unknown };
  const own = (name === "fetch" ? (fetch ?? handler) : (handler ?? fetch)) ?? app;
  if (typeof own !== "function") throw new TypeError("the app has no function to serve");
  // Named, because Deno gives a function without parameters neither request nor info.
  return (request, context) => Reflect.apply(own, app, [request, context]) as unknown;
}
