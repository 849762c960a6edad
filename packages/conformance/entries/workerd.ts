import { allCases } from "../src/cases/all.ts";
import { run } from "../src/run.ts";
import { cloudflareSubjects } from "../src/subjects/cloudflare.ts";
import { coreSubjects } from "../src/subjects/core.ts";
import { upgrade } from "../src/workerd-upgrade.ts";

const subjects = [...coreSubjects, ...cloudflareSubjects];

const worker = {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const upstream = searchParams.get("upstream") ?? "";
    const version = searchParams.get("version") ?? "";
    return Response.json(
      await run(allCases, subjects, { name: "workerd", version, upstream, upgrade }),
    );
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default worker;
