import { allCases } from "../src/cases/all.ts";
import { run } from "../src/run.ts";
import { serveCases } from "../src/serve-cases.ts";
import { cloudflareSubjects, guarded } from "../src/subjects/cloudflare.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { honoSubjects } from "../src/subjects/hono.ts";
import { rememberedSubjects } from "../src/subjects/origins.ts";
import { upgrade } from "../src/workerd-upgrade.ts";

const subjects = [...coreSubjects, ...rememberedSubjects, ...cloudflareSubjects, ...honoSubjects];
let serve: ReturnType<typeof serveCases> | undefined;

const worker = {
  async fetch(request: Request, env: { upstream: string; version: string }): Promise<Response> {
    const host = { upstream: env.upstream, upgrade };
    if (new URL(request.url).pathname === "/") {
      const runtime = { ...host, name: "workerd", version: env.version } as const;
      return Response.json(await run(allCases, subjects, runtime));
    }
    serve ??= serveCases(allCases, guarded, host);
    return serve(request);
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default worker;
