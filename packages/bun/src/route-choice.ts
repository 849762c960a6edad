import { type GateRoute, pathOf } from "@crossgate/core/adapter";

/** A route of `Bun.serve`, by what Bun chooses it. */
export interface ChoosableRoute {
  readonly path: string;
  /** The methods that it has a value for; without them it takes all. */
  readonly methods?: readonly string[] | undefined;
}

interface CompiledRoute extends ChoosableRoute {
  readonly segments: readonly string[];
  /** Sorts before that of another route where Bun prefers this one. */
  readonly rank: string;
}

/** A route as a gate needs it, by its path; for `fetch`, which Bun calls where it finds none, without. */
export type RouteChoice = (path?: string) => GateRoute;

/**
 * Foretells which route Bun chooses for what a handler sees. Bun chooses by the path on the wire: it
 * has `/admin/../public` at `/admin/*`, and `/health#x` at `/*`, and `request.url` says `/public` and
 * `/health`.
 */
export function compileChoice(routes: readonly ChoosableRoute[]): RouteChoice {
  const compiled = routes.map(compileRoute);
  return (path) => {
    const { segments, rank } = compileRoute({ path: path ?? "/*" });
    const preferred = path === undefined ? compiled : compiled.filter((other) => other.rank < rank);
    return {
      paths: (path ?? "/*").replace(/\/[:*].*/s, "/*"),
      leadsHere: (request) => {
        const { url, method } = request;
        const shown = pathOf(url);
        if (shown === undefined) return false;
        const asked = shown.split("/");
        const takes = (other: CompiledRoute): boolean =>
          isServed(other, method) && matches(other.segments, asked);
        const isHere = matches(segments, asked) && !preferred.some(takes);
        return isHere && hasParametersOf(request, segments, asked);
      },
    };
  };
}

function compileRoute(route: ChoosableRoute): CompiledRoute {
  const segments = route.path.split("/");
  return { ...route, segments, rank: segments.map(rankOf).join("") };
}

/** Segment by segment Bun prefers a name to a parameter, and a parameter to the rest. */
function rankOf(segment: string): string {
  return segment.startsWith("*") ? "2" : segment.startsWith(":") ? "1" : "0";
}

function isServed({ methods }: ChoosableRoute, method: string): boolean {
  return !methods || methods.includes(method) || (method === "HEAD" && methods.includes("GET"));
}

function matches(segments: readonly string[], asked: readonly string[]): boolean {
  const rest = segments.findIndex((segment) => segment.startsWith("*"));
  if (rest < 0 ? asked.length !== segments.length : asked.length <= rest) return false;
  return segments.every((segment, index) => {
    if (segment.startsWith("*")) return index === segments.length - 1;
    return segment.startsWith(":") ? asked[index] !== "" : asked[index] === segment;
  });
}

/** Bun reads parameters from the wire, too: of `/a#b` one is `a#b`, and the path that is shown `/a`. */
function hasParametersOf(
  request: Request & { readonly params?: Readonly<Record<string, string>> },
  segments: readonly string[],
  asked: readonly string[],
): boolean {
  const { params } = request;
  return segments.every((segment, index) => {
    const value = segment.startsWith(":") ? params?.[segment.slice(1)] : undefined;
    return value === undefined || isSpelling(asked[index]!, value);
  });
}

function isSpelling(segment: string, value: string): boolean {
  try {
    return decodeURIComponent(segment) === value;
  } catch {
    // Bun puts another character there, and no rule covers such a path.
    return true;
  }
}
