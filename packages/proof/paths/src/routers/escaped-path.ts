import type { Route } from "../setting.ts";

/** A route of a router that matches the path as it stands in the URL, so that names are escaped. */
export function escapedPath({ segments, hasRest }: Route, rest = "*"): string {
  const names = segments.map((segment) =>
    "name" in segment ? encodeURI(segment.name) : `:${segment.parameter}`,
  );
  return `/${[...names, ...(hasRest ? [rest] : [])].join("/")}`;
}
