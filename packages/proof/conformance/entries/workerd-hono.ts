import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { mounted } from "../src/subjects/hono.ts";
import { upgrade } from "../src/workerd-upgrade.ts";

let serve: ReturnType<typeof serveCases> | undefined;

const worker = {
  fetch(request: Request, { upstream }: { upstream: string }): Promise<Response> {
    serve ??= serveCases(allCases, mounted, { upstream, upgrade });
    return serve(request);
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default worker;
