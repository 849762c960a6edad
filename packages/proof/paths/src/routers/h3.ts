import { H3 } from "h3";
import type { Route } from "../setting.ts";
import { answerOf, type Subject } from "../subject.ts";
import { guard, inProcess } from "./fetch-style.ts";

export const H3_ROUTER: Subject = {
  name: "h3",
  start: ({ routes }, gate) => {
    const app = new H3();
    for (const [index, route] of routes.entries()) {
      app.all(pathOf(route), ({ url, context }) =>
        answerOf(index, url.pathname, context.params as Record<string, string>),
      );
    }
    return inProcess(guard((request) => app.fetch(request), gate));
  },
};

/** h3 matches what `decodeURI` makes of a path. */
function pathOf({ segments, hasRest }: Route): string {
  const names = segments.map((segment) =>
    "name" in segment ? segment.name : `:${segment.parameter}`,
  );
  return `/${[...names, ...(hasRest ? ["**"] : [])].join("/")}`;
}
