import { youngCollector } from "../heap.ts";
import type { SectionName } from "../sections/index.ts";
import { Stage } from "./stage.ts";

export interface Worker {
  fetch(request: Request, env: { readonly quick: boolean }): Promise<Response>;
}

/** A worker that runs trials when it is asked to. Its clock stands still meanwhile. */
export function createWorker(): Worker {
  let stage: Stage | undefined;
  return {
    fetch: async (request, { quick }) => {
      stage ??= new Stage(quick);
      const { pathname, searchParams } = new URL(request.url);
      const parameter = (name: string): string => searchParams.get(name) ?? "";
      const section = parameter("section") as SectionName;
      try {
        if (pathname === "/collect") {
          const collect = await youngCollector();
          collect();
          return new Response("");
        }
        if (pathname === "/open") return Response.json(await stage.open(section));
        const count = Number(parameter("count"));
        await stage.run(section, parameter("load"), parameter("contender"), count);
        return new Response("");
      } catch (error) {
        return new Response(error instanceof Error ? error.stack : String(error), { status: 500 });
      }
    },
  };
}
