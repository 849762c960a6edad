/** What the application behind a layer does, in whatever language it is written. */
export interface Done {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** `/data` has data, `/moved` leads there, `/private` wants a login, and `/broken` is. */
export function applicationDoes(
  method: string | undefined,
  path: string,
  isSignedIn: boolean,
): Done {
  if (path === "/moved") return { status: 307, headers: { location: "/data" } };
  if (path === "/private" && !isSignedIn)
    return { status: 401, headers: { "www-authenticate": "Bearer" } };
  if (path === "/broken") return { status: 500, headers: {} };
  const isKnown = path === "/data" || path === "/private";
  return { status: isKnown && method !== "OPTIONS" ? 200 : 404, headers: {} };
}
