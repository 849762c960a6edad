import { warn } from "@crossgate/core/adapter";

/**
 * Tells the author of a proxy once of a rewrite to another server. Next fetches it and sends the CORS
 * headers of that server: no proxy can take them away.
 *
 * @returns a function to call with each response of a proxy
 */
export function createRewriteWarning(): (response: Response, request: Request) => void {
  let warned = false;
  return ({ headers }, { url }) => {
    if (warned) return;
    warn(() => {
      const destination = headers.get("x-middleware-rewrite");
      if (!destination) return undefined;
      const { origin } = new URL(destination, url);
      if (origin === new URL(url).origin) return undefined;
      warned = true;
      return (
        `corsProxy passed on a rewrite to ${origin}. Next sends the CORS headers of that server, even ` +
        "to an origin that the policy denies. Write a route handler in place of the rewrite: " +
        "withCors({ GET: () => fetch(…) }, policy)."
      );
    });
  };
}
