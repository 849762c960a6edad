import { answerOf, type Subject } from "../subject.ts";
import { escapedPath } from "./escaped-path.ts";
import { guard, type Host } from "./fetch-style.ts";

declare const URLPattern: new (parts: { pathname: string }) => {
  exec(url: string): { pathname: { groups: Record<string, string | undefined> } } | null;
};

/** The router that people write by hand, and that Deno's manual shows. */
export function urlPatternOn(name: string, host: Host): Subject {
  return {
    name,
    start: ({ routes }, gate) => {
      const patterns = routes.map((route) => new URLPattern({ pathname: patternOf(route) }));
      const handler = ({ url }: Request): Response => {
        for (const [index, pattern] of patterns.entries()) {
          const match = pattern.exec(url);
          if (match) return answerOf(index, new URL(url).pathname, match.pathname.groups);
        }
        return new Response("nowhere", { status: 404 });
      };
      return host(guard(handler, gate));
    },
  };
}

function patternOf(route: Parameters<typeof escapedPath>[0]): string {
  return escapedPath(route).replace(/[+()]/g, "\\$&");
}
